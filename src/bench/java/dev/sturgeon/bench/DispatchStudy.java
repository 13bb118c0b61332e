package dev.sturgeon.bench;

import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.schedule.Births;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.schedule.FullBudget;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.Reserve;
import dev.sturgeon.study.StopRules;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.study.StudyLoop;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.TrialLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A study with a journal on local disk, of trials that train nothing.
 *
 * @param directory where the journal goes
 * @param trials how many
 * @param segments of each trial
 * @param millis how long each segment sleeps
 */
public record DispatchStudy(Path directory, int trials, int segments, int millis) {

  /** Runs it; returns how many seconds it took. */
  double run(TrialExecutor executor) throws IOException, InterruptedException {
    long start = System.nanoTime();
    run(executor, Clock.system());
    return (System.nanoTime() - start) * 1e-9;
  }

  /** Runs it by this clock. */
  public void run(TrialExecutor executor, Clock clock) throws IOException, InterruptedException {
    SearchSpace space =
        new SearchSpace(
            List.of(Hyperparameter.of("millis", new FixedDomain(Value.of((long) millis)))));
    Storage storage = new LocalStorage(directory);
    JournalContents nothing = JournalReader.read(storage);
    Versions versions = new Versions("bench", "bench", "bench", "bench");
    try (Ledger ledger =
        Ledger.of(
            Journal.open(storage, nothing, clock.wall(), versions, "bench"), nothing, clock)) {
      ledger.record(birth(space));
      StopReason reason =
          new StudyLoop(
                  new FullBudget(
                      Births.of(
                          space,
                          (history, seed) -> Optional.of(Births.defaults(space)),
                          1,
                          new Budget(trials, segments, 1))),
                  executor,
                  ledger,
                  StopRules.ofSearch(Limits.none(), new StopSignal(), Reserve.none()),
                  TrialLimits.USUAL,
                  Inbox.open(storage),
                  checkpoint -> {},
                  StudyListener.silent())
              .run()
              .reason();
      if (reason != StopReason.BUDGET) {
        throw new IllegalStateException("the study ended: " + reason.text());
      }
    }
  }

  private static Event birth(SearchSpace space) {
    return new Event.StudyStarted(
        "dispatch",
        1,
        "name: dispatch\n",
        space,
        new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE),
        new DataFacts("0".repeat(64), new TreeMap<>(), 1, List.of("a", "b"), "{}"));
  }
}
