package dev.sturgeon.study;

import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.TrialId;
import java.util.HashMap;
import java.util.Map;

/**
 * How often in a row a trial's segment was lost through no fault of its own: the worker went away,
 * or a file could not be read or written. After too many times the trial is to blame after all, for
 * example because it needs more memory than a worker has.
 */
final class Losses {
  private static final int MOST = 3;

  private final Map<TrialId, Integer> inARow = new HashMap<>();

  /** Counts the result, and says whether its segment is to be issued again. */
  boolean forgives(TrialId trial, SegmentResult result) {
    boolean lost =
        result instanceof SegmentResult.Failed failed && failed.kind() != FailureKind.EXCEPTION;
    if (!lost) {
      inARow.remove(trial);
      return false;
    }
    return inARow.merge(trial, 1, Integer::sum) <= MOST;
  }

  static String message(SegmentResult result) {
    return result instanceof SegmentResult.Failed failed ? failed.message() : "";
  }
}
