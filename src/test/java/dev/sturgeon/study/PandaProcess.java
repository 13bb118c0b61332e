package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.store.Storage;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.TrialLimits;
import java.nio.file.Path;

/** A panda without rules in a process of its own, to be killed: {@code DIRECTORY}. */
final class PandaProcess {
  /** So that a nudge comes while it trains. */
  private static final long MILLIS_A_SEGMENT = 50;

  private PandaProcess() {}

  /** Runs it, or goes on with it. */
  public static void main(String[] args) throws Exception {
    Storage storage = new LocalStorage(Path.of(args[0]));
    Inbox inbox = Inbox.open(storage);
    JournalContents read = JournalReader.read(storage);
    VirtualClock clock = new VirtualClock();
    Versions versions = new Versions("test", "test", "test", "test");
    try (Ledger ledger =
            Ledger.of(Journal.open(storage, read, clock.wall(), versions, "host"), read, clock);
        TrialExecutor executor =
            new WatchedExecutor(
                new SimulatedTrialExecutor(1, clock, new LearningModel()), segment -> pause())) {
      if (ledger.state().started().isEmpty()) {
        ledger.record(Bench.birth(Metric.ACCURACY));
        ledger.record(new Event.TrialsAllowed(1));
      }
      new StudyLoop(
              new PandaBench(100_000, 1).panda(),
              executor,
              ledger,
              StopRules.ofSearch(Limits.none(), new StopSignal(), Reserve.none()),
              TrialLimits.USUAL,
              inbox,
              checkpoint -> {},
              StudyListener.silent())
          .run();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS_A_SEGMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
