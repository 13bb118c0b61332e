package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.journal.Event;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.study.StudyListener;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a comparison: read once for all studies of a seed, and split for all in the same way.
 * Belongs to one thread.
 */
final class VersusData implements Terms.Ingest {
  private final VersusPlace place;
  private final PandaStart start;
  private final StudyListener listener;
  private long seed;
  private @Nullable StudyData data;

  VersusData(VersusPlace place, PandaStart start, StudyListener listener) {
    this.place = place;
    this.start = start;
    this.listener = listener;
  }

  @Override
  public StudyData of(SparkApplication spark, StudyConf conf, @Nullable String frozen)
      throws IOException {
    StudyData known = data;
    if (known == null || conf.seed() != seed) {
      // What was read for the seed before is not needed while this is read.
      data = null;
      known = read(spark, conf);
      data = known;
      seed = conf.seed();
    }
    return known;
  }

  private StudyData read(SparkApplication spark, StudyConf conf) throws IOException {
    List<Event.StudyStarted> births = place.births();
    String frozen =
        births.stream()
            .filter(birth -> birth.seed() == conf.seed())
            .map(birth -> birth.data().split())
            .findFirst()
            .orElse(null);
    StudyData read = Terms.usual(spark, conf, frozen);
    VersusRule.check(place, conf, read, births);
    Advice.tell(conf, read, listener);
    if (start.from() != null && !start.split().equals(read.frozenJson())) {
      listener.note(
          "seed %d: %s was split in another way, and may have chosen its best by rows of this test part"
              .formatted(conf.seed(), start.from()));
    }
    return read;
  }
}
