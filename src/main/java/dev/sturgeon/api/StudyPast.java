package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.study.Replay;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A study as its directory tells it, and the rules by which it was searched.
 *
 * @param entries all its events
 * @param state what follows from them
 * @param conf its frozen configuration
 */
record StudyPast(List<Stamped> entries, StudyState state, StudyConf conf) {

  /**
   * Reads a study, running or not, without disturbing it.
   *
   * @throws DataException if the directory holds none
   */
  static StudyPast open(String directory) throws IOException, ConfigurationException {
    return find(directory)
        .orElseThrow(
            () ->
                new DataException(
                    directory + " holds no study: it has no journal that tells of one"));
  }

  /** Reads a study; empty where the directory holds none. */
  static Optional<StudyPast> find(String directory) throws IOException, ConfigurationException {
    List<Stamped> entries = JournalReader.read(StudyStorage.open(directory)).entries();
    StudyState state = StudyState.from(entries);
    if (state.started().isEmpty()) {
      return Optional.empty();
    }
    Event.StudyStarted birth = state.started().get();
    StudyConf conf =
        Configurations.frozen(directory + "/study.yaml", birth.configuration(), birth.space());
    return Optional.of(new StudyPast(entries, state, conf));
  }

  /** Replays it, and shows a witness how things stood. */
  Replay.Outcome replay(Replay.Witness witness) {
    return new Replay(this::scheduler, witness).run(entries);
  }

  private Scheduler scheduler(int trialsAllowed) {
    int planned = conf.search().maxTrials();
    StudyConf then = trialsAllowed == 0 ? conf : conf.withMaxTrials(trialsAllowed);
    return new SearchAssembly(then, planned, state.started().orElseThrow().data()).scheduler();
  }
}
