package dev.sturgeon.api;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.Contestant;
import dev.sturgeon.report.Stint;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The directory of a comparison: an ordinary study directory for each search and each panda of each
 * seed, and what was fixed when it began.
 *
 * @param directory a path or URI
 */
record VersusPlace(String directory) {
  static final String FROZEN = "versus.yaml";
  static final String START = "from.json";
  private static final String STOP = "stop";
  private static final String SEEDS = "seeds";
  private static final String CAVIAR = "caviar";
  private static final String PANDA = "panda-";

  /** Whether a directory is one of a comparison. */
  static boolean isOne(String directory) throws IOException {
    return StudyStorage.open(directory).exists(FROZEN);
  }

  /** Of a comparison's directory, the study that is worked on; any other as it is. */
  static String study(String directory) throws IOException {
    return isOne(directory) ? new VersusPlace(directory).current().orElse(directory) : directory;
  }

  Storage storage() throws IOException {
    return StudyStorage.open(directory);
  }

  /** The directory of a seed's search. */
  String caviar(long seed) {
    return directory + "/" + SEEDS + "/" + seed + "/" + CAVIAR;
  }

  /** The directory of a seed's panda, from 1. */
  String panda(long seed, int number) {
    return directory + "/" + SEEDS + "/" + seed + "/" + PANDA + number;
  }

  /** What a seed's search has come to. */
  Contestant searched(long seed) throws IOException {
    return new Contestant(0, stint(caviar(seed)).stream().toList());
  }

  /** What a seed's pandas have come to. */
  Contestant watched(long seed, double charged) throws IOException {
    List<Stint> stints = new ArrayList<>();
    Optional<Stint> next = stint(panda(seed, 1));
    while (next.isPresent()) {
      stints.add(next.get());
      next = stint(panda(seed, stints.size() + 1));
    }
    return new Contestant(charged, stints);
  }

  private static Optional<Stint> stint(String study) throws IOException {
    List<Stamped> entries = JournalReader.read(StudyStorage.open(study)).entries();
    return StudyState.from(entries).started().map(birth -> Stint.of(entries));
  }

  /** The directories of all its studies that have started. */
  List<String> studies() throws IOException {
    List<String> studies = new ArrayList<>();
    for (String seed : storage().list(SEEDS)) {
      for (String name : storage().list(SEEDS + "/" + seed)) {
        String study = directory + "/" + SEEDS + "/" + seed + "/" + name;
        if (StudyPast.state(study).started().isPresent()) {
          studies.add(study);
        }
      }
    }
    return studies;
  }

  /** The births of all its studies. */
  List<Event.StudyStarted> births() throws IOException {
    List<Event.StudyStarted> births = new ArrayList<>();
    for (String study : studies()) {
      births.add(StudyPast.state(study).started().orElseThrow());
    }
    return births;
  }

  /** The study that is worked on, or was last; empty where none has started. */
  Optional<String> current() throws IOException {
    Optional<String> last = Optional.empty();
    StudyState newest = new StudyState();
    for (String study : studies()) {
      StudyState state = StudyPast.state(study);
      if (last.isEmpty() || state.lastSign().isAfter(newest.lastSign())) {
        last = Optional.of(study);
        newest = state;
      }
    }
    return last;
  }

  /** Leaves word for who works here to stop before the next study. */
  void askToStop() throws IOException {
    storage().write(STOP, new byte[0]);
  }

  /** Whether there is still word left. */
  boolean isAskedToStop() throws IOException {
    return storage().exists(STOP);
  }

  /** Takes the word back, or has taken it in. */
  void forgetStop() throws IOException {
    storage().delete(STOP);
  }
}
