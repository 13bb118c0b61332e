package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Secrets;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.StatusReader;
import dev.sturgeon.report.StudyStatus;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.Processes;
import dev.sturgeon.store.Pulse;
import dev.sturgeon.store.Storage;
import dev.sturgeon.store.ThisMachine;
import dev.sturgeon.store.Timer;
import dev.sturgeon.study.Replay;
import dev.sturgeon.trial.Order;
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
    return find(directory).orElseThrow(() -> new DataException(none(directory)));
  }

  /** A study, or what there is of one, as its journal tells it. */
  static StudyState state(String directory) throws IOException {
    return StudyState.from(JournalReader.read(StudyStorage.open(directory)).entries());
  }

  /** What is to be said of a directory without a study. */
  static String none(String directory) {
    return directory + " holds no study: it has no journal that tells of one";
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

  /** How it stands now. */
  StudyStatus status(String directory) throws IOException {
    int most = state.trialsAllowed() == 0 ? conf.search().maxTrials() : state.trialsAllowed();
    List<Integer> rungs = new SearchAssembly(conf, most, null).rungs();
    Pulse pulse =
        pulse(StudyStorage.open(directory), state, new ThisMachine(Host.name()), Timer.system());
    return StatusReader.read(entries, state, Secrets.redact(directory), most, rungs, pulse);
  }

  /** Whether a driver lives; also where the last one has ended, for the next may be starting. */
  static Pulse pulse(Storage storage, StudyState state, Processes processes, Timer timer)
      throws IOException {
    return state.finished().isPresent()
        ? Pulse.none(state.lastSign(), timer)
        : Pulse.feel(storage, processes, timer, state.lastSign());
  }

  /**
   * Asks for every decision again.
   *
   * @throws DataException if the class of a rule is not here
   */
  Replay.Outcome replay() {
    return new Replay(allowed -> scheduler(conf, allowed), (entry, then, replay) -> {})
        .run(entries);
  }

  /** Shows a witness how things stood; asks for no decision. */
  void show(Replay.Witness witness) {
    new Replay(allowed -> scheduler(conf.withoutOwnRules(), allowed), witness).show(entries);
  }

  /** Why an order cannot be obeyed, as far as is known now; empty where it can. */
  Optional<String> objection(Order order) {
    return scheduler(conf.withoutOwnRules(), state.trialsAllowed())
        .objection(state.history(), order);
  }

  private Scheduler scheduler(StudyConf known, int trialsAllowed) {
    Optional<Event.RetestStarted> retest = state.retest();
    if (retest.isPresent()) {
      return RetestRun.scheduler(retest.get().plan(), known);
    }
    int planned = known.search().maxTrials();
    StudyConf then = trialsAllowed == 0 ? known : known.withMaxTrials(trialsAllowed);
    return new SearchAssembly(then, planned, state.started().orElseThrow().data()).scheduler();
  }
}
