package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Confirming;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.schedule.Unattended;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.Confirmations;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.Reopening;
import dev.sturgeon.study.StopRules;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.study.StudyLoop;
import dev.sturgeon.study.StudyOutcome;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.train.DamagedCheckpointException;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * A study's search and then the confirmation of its best: whatever is left to do of both. The same
 * loop does either, with the same executor and journal.
 *
 * @param coreSeconds what the search may hold of the cluster, idle slots included; where that is
 *     bounded it goes on with more trials until it is used
 */
record StudyPhases(
    StudyConf conf,
    double coreSeconds,
    String directory,
    Storage storage,
    TrainingData data,
    Ledger ledger,
    Inbox inbox,
    StopSignal stop,
    StudyListener listener) {

  /**
   * Does what is left.
   *
   * @return why the search ended; empty where somebody asked to stop
   */
  Optional<StopReason> run(TrialExecutor executor)
      throws IOException, ConfigurationException, InterruptedException {
    Optional<StopReason> over = Resumption.searchEnd(conf, ledger.state());
    Optional<StopReason> reason = over.isPresent() ? over : search(executor);
    return reason.isEmpty() || isConfirmed(reason.get(), executor) ? reason : Optional.empty();
  }

  /**
   * Confirms a search that has ended, whatever time its limits leave.
   *
   * @return why the search ended; empty where somebody asked to stop
   */
  Optional<StopReason> confirm(StopReason reason, TrialExecutor executor)
      throws IOException, InterruptedException {
    Optional<Confirmed> last = ledger.state().confirmation();
    boolean onlyToBeSaved =
        last.flatMap(Confirmed::winner).isPresent() && ledger.state().finished().isEmpty();
    if (onlyToBeSaved) {
      return Optional.of(reason);
    }
    if (last.filter(Confirmed::isOpen).isEmpty()) {
      begin(reason, false);
    }
    return goOn(false, executor) ? Optional.of(reason) : Optional.empty();
  }

  private Optional<StopReason> search(TrialExecutor executor)
      throws IOException, ConfigurationException, InterruptedException {
    if (ledger.state().confirmation().filter(Confirmed::isOpen).isPresent()) {
      leaveRepeats();
      ledger.record(Confirmations.end(ledger.state()));
    }
    StopRules rules =
        StopRules.ofSearch(conf.search().limits(), stop, Resumption.reserve(conf))
            .within(coreSeconds);
    if (!rules.isUp(ledger.state())) {
      Reopening.of(
          ledger, conf.search().trialLimits(), checkpoint -> storage.exists(checkpoint.path()));
    }
    int planned = Resumption.planned(conf, ledger.state(), directory);
    StudyOutcome outcome = loop(scheduler(conf, planned), rules, executor).run();
    int allowed = conf.search().maxTrials();
    while (goesOn(outcome, allowed)) {
      allowed += planned;
      ledger.record(new Event.TrialsAllowed(allowed));
      outcome = loop(scheduler(conf.withMaxTrials(allowed), planned), rules, executor).run();
    }
    return Optional.of(outcome.reason()).filter(StopReason::isFinal);
  }

  /** Whether there is more to search, and something left to hold. */
  private boolean goesOn(StudyOutcome outcome, int allowed) {
    return isContest()
        && outcome.reason() == StopReason.BUDGET
        && !conf.isPanda()
        && outcome.state().history().trials().size() >= allowed;
  }

  private Scheduler scheduler(StudyConf allowed, int planned) {
    SearchAssembly search =
        new SearchAssembly(allowed, planned, ledger.state().started().orElseThrow().data());
    search.note().ifPresent(listener::note);
    return isContest() ? new Unattended(search.scheduler()) : search.scheduler();
  }

  /** Whether it is bounded, and so compared: nobody is asked what to do then. */
  private boolean isContest() {
    return Double.isFinite(coreSeconds);
  }

  /** Runs of a confirmation that is not gone on with. */
  private void leaveRepeats() {
    List<Trial> left =
        ledger.state().history().repeats().stream().filter(run -> !run.status().isOver()).toList();
    left.forEach(run -> ledger.record(new Event.TrialStopped(run.id())));
  }

  /** False where somebody asked to stop. */
  private boolean isConfirmed(StopReason reason, TrialExecutor executor)
      throws IOException, InterruptedException {
    boolean wanted = conf.confirm().enabled();
    if (wanted && ledger.state().confirmation().isEmpty()) {
      begin(reason, true);
    } else if (!wanted) {
      leaveRepeats();
    }
    return goOn(true, executor);
  }

  private void begin(StopReason reason, boolean limited) throws IOException {
    StudyState state = ledger.state();
    Confirmations.begin(
            state,
            reason,
            standardError(),
            conf.confirm().candidates(),
            conf.confirm().seeds(),
            conf.search().segmentEpochs(),
            limited,
            conf.search().method().strict())
        .ifPresent(ledger::record);
    ledger.flush();
  }

  private double standardError() throws IOException {
    Optional<Trial> best = ledger.state().history().best();
    if (best.isEmpty()) {
      return 0;
    }
    try {
      return DevError.of(storage, conf.network(), conf.objective().metric(), best.get(), data);
    } catch (DamagedCheckpointException | NoSuchFileException lost) {
      listener.note("how sure the best value is cannot be told: " + lost.getMessage());
      return 0;
    }
  }

  /**
   * Runs what is left of a confirmation that has begun, if any; false where asked to stop.
   *
   * @param limited whether limits hold that held when it began
   */
  private boolean goOn(boolean limited, TrialExecutor executor)
      throws IOException, InterruptedException {
    Optional<Event.ConfirmationStarted> open =
        ledger.state().confirmation().filter(Confirmed::isOpen).map(Confirmed::started);
    if (open.isEmpty()) {
      return true;
    }
    if (conf.confirm().enabled()) {
      listener.confirming(open.get().plan());
      Scheduler runs = new Confirming(open.get().plan(), conf.seed());
      StopRules rules =
          StopRules.ofConfirmation(conf.search().limits(), stop, limited && open.get().limited());
      if (!loop(runs, rules, executor).run().reason().isFinal()) {
        return false;
      }
    }
    ledger.record(Confirmations.end(ledger.state()));
    return true;
  }

  private StudyLoop loop(Scheduler scheduler, StopRules rules, TrialExecutor executor) {
    return new StudyLoop(
        scheduler,
        executor,
        ledger,
        rules,
        conf.search().trialLimits(),
        inbox,
        new StorageJanitor(storage),
        listener);
  }
}
