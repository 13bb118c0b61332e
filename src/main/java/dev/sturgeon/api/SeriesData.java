package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.Source;
import dev.sturgeon.journal.Event;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.ingest.StudyData;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The data of a series' new study: rows that an earlier one had keep their part, for what the new
 * study begins with was chosen by that one's dev part.
 *
 * @param earlier the study before; null where there is none
 */
record SeriesData(@Nullable StudyPast earlier) implements Terms.Ingest {

  @Override
  public StudyData of(SparkApplication spark, StudyConf conf, @Nullable String frozen)
      throws IOException {
    if (frozen != null || earlier == null || !isSplitAlike(earlier.conf(), conf)) {
      return Terms.usual(spark, conf, frozen);
    }
    Event.StudyStarted birth = earlier.state().started().orElseThrow();
    return spark.ingestLike(
        conf.data(), conf.objective().task(), conf.seed(), birth.data().split());
  }

  /** By time the latest rows are the test part, every night anew. */
  private static boolean isSplitAlike(StudyConf then, StudyConf now) {
    return then.objective().task() == now.objective().task()
        && Differences.ofSpecs(then.data(), now.data()).isEmpty()
        && then.data().hasOwnDev() == now.data().hasOwnDev()
        && then.data().hasOwnTest() == now.data().hasOwnTest()
        && !(now.data().source() instanceof Source.Table table && table.columns().time() != null);
  }
}
