package dev.sturgeon.schedule;

import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The results of all trials at one epoch, best first, and which of the trials wait there.
 *
 * <p>A place is found in logarithmic time. Belongs to one thread.
 */
final class Rung {
  private final int epoch;
  private final Comparator<Result> order;
  private final List<Result> results = new ArrayList<>();
  private final Map<TrialId, Result> byTrial = new HashMap<>();
  private final TreeSet<Result> waiting;

  /**
   * What a trial was worth here.
   *
   * @param scores its dev scores; what is not finite is worse than anything
   */
  private record Result(TrialId trial, Scores scores) {}

  Rung(int epoch, Objective objective) {
    this.epoch = epoch;
    this.order =
        ((Comparator<Result>)
                (a, b) ->
                    objective.isBetter(a.scores, b.scores)
                        ? -1
                        : objective.isBetter(b.scores, a.scores) ? 1 : 0)
            .thenComparing(Result::trial);
    this.waiting = new TreeSet<>(order);
  }

  int epoch() {
    return epoch;
  }

  /** How many results there are. */
  int size() {
    return results.size();
  }

  /** Whether there is a result that is worth anything. */
  boolean hasFinite() {
    return !results.isEmpty() && results.get(0).scores().isFinite();
  }

  /** Takes a trial's result; the first one stands. */
  void add(TrialId trial, Scores scores) {
    Result result = new Result(trial, scores);
    if (byTrial.putIfAbsent(trial, result) == null) {
      results.add(-1 - Collections.binarySearch(results, result, order), result);
    }
  }

  /** Whether a trial that has a result waits here for a decision. */
  void setWaiting(TrialId trial, boolean waits) {
    Result result = byTrial.get(trial);
    if (result != null && waits) {
      waiting.add(result);
    } else if (result != null) {
      waiting.remove(result);
    }
  }

  /** The best trial that waits. */
  Optional<TrialId> bestWaiting() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().trial());
  }

  /** The worst trial that waits. */
  Optional<TrialId> worstWaiting() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.last().trial());
  }

  /** A trial's place among the results, 1 for the best. */
  int place(TrialId trial) {
    Result result = byTrial.get(trial);
    if (result == null) {
      throw new IllegalArgumentException("trial " + trial + " has no result at epoch " + epoch);
    }
    return 1 + Collections.binarySearch(results, result, order);
  }
}
