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
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.Confirmations;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.Reopening;
import dev.sturgeon.study.Reserve;
import dev.sturgeon.study.StopRules;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.study.StudyLoop;
import dev.sturgeon.study.StudyOutcome;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A study's search and then the confirmation of its best: whatever is left to do of both. The same
 * loop does either, with the same executor and journal.
 */
record StudyPhases(
    StudyConf conf,
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
    Limits limits = conf.search().limits();
    Reserve reserve = Resumption.reserve(conf);
    if (!StopRules.stopAtOnce(limits, reserve, ledger.state())) {
      Reopening.of(
          ledger, conf.search().trialLimits(), checkpoint -> storage.exists(checkpoint.path()));
    }
    StudyOutcome outcome =
        loop(searching(), StopRules.ofSearch(limits, stop, reserve), executor).run();
    return Optional.of(outcome.reason()).filter(StopReason::isFinal);
  }

  private Scheduler searching() throws ConfigurationException {
    int planned = Resumption.planned(conf, ledger.state(), directory);
    SearchAssembly search =
        new SearchAssembly(conf, planned, ledger.state().started().orElseThrow().data());
    search.note().ifPresent(listener::note);
    return search.scheduler();
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
    return best.isEmpty()
        ? 0
        : DevError.of(storage, conf.network(), conf.objective().metric(), best.get(), data);
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
