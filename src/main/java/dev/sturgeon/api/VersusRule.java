package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyWriter;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Event;
import dev.sturgeon.report.Wording;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.spark.ingest.StudyData;
import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rule that a comparison begun in a directory can only go on as it began; with more seeds. */
final class VersusRule {

  private VersusRule() {}

  /**
   * Checks that a comparison which has begun goes on as it began.
   *
   * @throws DataException naming what differs, or if the directory holds something else
   */
  static void check(VersusPlace place, StudyConf conf, PandaStart start)
      throws IOException, ConfigurationException {
    Storage storage = place.storage();
    if (storage.exists(VersusPlace.FROZEN)) {
      compare(place, conf, start, storage);
    } else if (!storage.list("journal").isEmpty()) {
      throw new DataException(
          place.directory() + " holds a study and no comparison; give another --dir");
    }
  }

  /** Keeps what it begins with, or now also has to do. */
  static void freeze(VersusPlace place, StudyConf conf, PandaStart start) throws IOException {
    Storage storage = place.storage();
    if (!storage.exists(VersusPlace.FROZEN)) {
      storage.delete(VersusPlace.START);
      if (start.from() != null) {
        storage.write(VersusPlace.START, bytes(start.frozen()));
      }
    }
    // Last: with it there is a comparison.
    storage.write(VersusPlace.FROZEN, bytes(StudyWriter.write(conf)));
  }

  private static void compare(VersusPlace place, StudyConf conf, PandaStart start, Storage storage)
      throws IOException, ConfigurationException {
    StudyConf then = then(place, storage, conf.space());
    List<String> differences = new ArrayList<>();
    if (then.seed() != conf.seed()) {
      differences.add("seed " + then.seed() + ", now " + conf.seed());
    }
    if (then.versus().coreSeconds() != conf.versus().coreSeconds()) {
      differences.add(
          "versus.coreSeconds %s, now %s"
              .formatted(
                  Wording.number(then.versus().coreSeconds()),
                  Wording.number(conf.versus().coreSeconds())));
    }
    if (then.versus().seeds() > conf.versus().seeds()) {
      differences.add(
          "versus.seeds %d, now %d: there may be more, but not fewer"
              .formatted(then.versus().seeds(), conf.versus().seeds()));
    }
    String began =
        storage.exists(VersusPlace.START)
            ? new String(storage.read(VersusPlace.START), StandardCharsets.UTF_8)
            : "";
    if (!began.equals(start.frozen())) {
      differences.add("--from: %s, now %s".formatted(shown(began), shown(start.frozen())));
    }
    if (!differences.isEmpty()) {
      throw new DataException(
          "%s holds a comparison that began with %s. Set it as it was to go on, or give another --dir"
              .formatted(place.directory(), String.join("; ", differences)));
    }
  }

  private static StudyConf then(VersusPlace place, Storage storage, SearchSpace space)
      throws IOException, ConfigurationException {
    String yaml = new String(storage.read(VersusPlace.FROZEN), StandardCharsets.UTF_8);
    return Configurations.frozen(place.directory() + "/" + VersusPlace.FROZEN, yaml, space);
  }

  private static String shown(String frozen) {
    return frozen.isEmpty() ? "none" : frozen.strip();
  }

  /**
   * Checks that the data are those of all studies so far, and that there is something to judge by.
   * A sample is another one with each seed.
   *
   * @param births those of the studies that have started
   */
  static void check(
      VersusPlace place, StudyConf conf, StudyData data, List<Event.StudyStarted> births) {
    if (data.counts().test() == 0) {
      throw new DataException(
          "there is no test part, by which caviar and panda are judged; give data.split.test, such"
              + " as 0.15");
    }
    births.stream()
        .filter(birth -> birth.seed() == conf.seed() || conf.data().sample() == 1)
        .map(Event.StudyStarted::data)
        .filter(then -> !then.hash().equals(data.contentHash()))
        .findFirst()
        .ifPresent(
            then -> {
              throw new DataException(
                  "%s holds a comparison that began with %s; give another --dir"
                      .formatted(place.directory(), Differences.ofData(then, StudyFacts.of(data))));
            });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
