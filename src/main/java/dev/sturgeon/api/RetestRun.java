package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.report.HtmlReport;
import dev.sturgeon.report.RetestFigures;
import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.schedule.Retesting;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.Retests;
import dev.sturgeon.study.StopRules;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.study.StudyLoop;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A re-test: whatever is left to do of it. The loop is a study's, with its executor and journal.
 */
record RetestRun(
    StudyConf conf,
    Storage storage,
    Ledger ledger,
    Inbox inbox,
    StopSignal stop,
    StudyListener listener) {

  /** Who trains when. */
  static Scheduler scheduler(Retest plan, StudyConf conf) {
    return new Retesting(plan, new RandomSampler(conf.space()), conf.seed());
  }

  /** Journals what it is, where that is not done. */
  void begin(Event.StudyStarted birth, Event.RetestStarted start) throws IOException {
    if (ledger.state().started().isEmpty()) {
      ledger.record(birth);
    }
    if (ledger.state().retest().isEmpty()) {
      ledger.record(start);
      ledger.record(new Event.TrialsAllowed(start.plan().candidates()));
    }
    ledger.flush();
  }

  /** Trains what is left, and says what follows; false where somebody asked to stop. */
  boolean train(TrialExecutor executor) throws IOException, InterruptedException {
    if (ledger.state().retested().isPresent()) {
      return true;
    }
    Retest plan = ledger.state().retest().orElseThrow().plan();
    listener.retesting(plan);
    StudyLoop loop =
        new StudyLoop(
            scheduler(plan, conf),
            executor,
            ledger,
            StopRules.ofConfirmation(conf.search().limits(), stop, false),
            conf.search().trialLimits(),
            inbox,
            new StorageJanitor(storage),
            listener);
    if (!loop.run().reason().isFinal()) {
      return false;
    }
    ledger.record(Retests.end(ledger.state()));
    ledger.flush();
    return true;
  }

  /**
   * Ends it; all of this may be done again after a crash. Networks are not kept: a re-test chooses
   * none.
   *
   * @param directory where it lies
   * @param earlier what earlier ones have shown
   * @return the same and what this one has shown, last
   */
  List<RetestFigures> end(String directory, List<RetestFigures> earlier) throws IOException {
    storage.delete("checkpoints");
    Trial best = ledger.state().history().best().orElse(null);
    ledger.record(new Event.StudyFinished(StopReason.BUDGET, best == null ? null : best.id()));
    RetestFigures figures = RetestFigures.of(ledger.state(), directory);
    List<RetestFigures> all = Stream.concat(earlier.stream(), Stream.of(figures)).toList();
    write("report.html", HtmlReport.of(ledger.state(), all));
    write("summary.json", figures.toJson(earlier) + "\n");
    ledger.flush();
    return all;
  }

  private void write(String path, String text) throws IOException {
    storage.write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
