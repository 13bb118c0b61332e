package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialLimits;
import java.io.IOException;
import java.util.List;

/** Takes up again what a limit had stopped, once that is raised. */
public final class Reopening {

  private Reopening() {}

  /** Knows which checkpoints are still there. */
  public interface Files {
    /** Whether one is. */
    boolean hold(CheckpointRef checkpoint) throws IOException;
  }

  /**
   * Journals that each stopped trial may go on whose checkpoints are still there and whose own time
   * is not used up; the others stay stopped. To be called before a loop is made.
   *
   * @param limits those of single trials, as they are now
   */
  public static void of(Ledger ledger, TrialLimits limits, Files files) throws IOException {
    for (Trial trial : List.copyOf(ledger.state().history().trials())) {
      if (trial.status() == Trial.Status.STOPPED
          && !limits.isUsedUp(trial)
          && canGoOn(trial, files)) {
        ledger.record(new Event.TrialReopened(trial.id()));
      }
    }
  }

  private static boolean canGoOn(Trial trial, Files files) throws IOException {
    Checkpoints checkpoints = trial.checkpoints();
    return checkpoints == null
        ? trial.epoch() == 0
        : files.hold(checkpoints.latest()) && files.hold(checkpoints.best());
  }
}
