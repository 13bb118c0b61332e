package dev.sturgeon.schedule;

import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Optional;

/**
 * A ladder of rungs, and the rule by which a share of the trials on a rung goes on: what all
 * schedulers that halve have in common. Belongs to one thread.
 */
final class Halving {
  private final Ladder ladder;
  private final Shares shares;
  private final Budget budget;

  /**
   * A ladder without trials.
   *
   * @param shares of all rungs but the highest
   * @param epochs where the rungs are, ascending; the last is the whole budget
   */
  Halving(Objective objective, Shares shares, List<Integer> epochs, Budget budget) {
    this.ladder = new Ladder(epochs, objective);
    this.shares = shares;
    this.budget = budget;
  }

  Ladder ladder() {
    return ladder;
  }

  /** A paused trial between two rungs, about which there is nothing to decide. */
  Optional<Scheduler.Step> between(History history) {
    return ladder.between().map(id -> goOn(history.get(id), ""));
  }

  /** The best paused trial that may go on, the highest rung first. */
  Optional<Scheduler.Step> promotion(History history, int slots) {
    for (int level = ladder.top() - 1; level >= 0; level--) {
      Rung rung = ladder.rung(level);
      int most = most(level, slots);
      Optional<TrialId> best = rung.bestWaiting().filter(id -> rung.place(id) <= most);
      if (best.isPresent()) {
        String why = "promoted: " + rule(level, best.get(), slots);
        return Optional.of(goOn(history.get(best.get()), why));
      }
    }
    return Optional.empty();
  }

  /**
   * When nothing else is left to do and nothing runs, the best of the highest rung goes on until
   * one trial has used its whole budget: so that at least one network is trained to the end.
   */
  Optional<Scheduler.Step> last(History history) {
    return ladder.isIdle() && !ladder.rung(ladder.top()).hasFinite()
        ? ladder
            .highestWaiting()
            .map(id -> goOn(history.get(id), "promoted: the best at the end of the search"))
        : Optional.empty();
  }

  /** The next segment of a paused trial, towards the next rung. */
  Scheduler.Step goOn(Trial trial, String why) {
    int goal = ladder.goal(trial.epoch());
    return new Scheduler.Continue(trial.id(), budget.segmentEnd(trial.epoch(), goal), why);
  }

  /**
   * How many of a rung may go on, from its results and from those that all slots' first trials will
   * have there.
   */
  int most(int level, int slots) {
    double expected = slots / shares.oneInBefore(level);
    return (int) (Math.max(ladder.rung(level).size(), expected) / shares.oneInAt(level));
  }

  /** Where a trial stands on a rung, and what would be good enough. */
  String rule(int level, TrialId trial, int slots) {
    Rung rung = ladder.rung(level);
    return "%s of %d at epoch %d, where the best %d may go on"
        .formatted(Places.text(rung.place(trial)), rung.size(), rung.epoch(), most(level, slots));
  }

  /** Why a paused trial waits or goes on; empty where there is nothing to decide. */
  String standing(Trial trial, int slots) {
    return ladder.levelOf(trial).map(level -> standing(level, trial.id(), slots)).orElse("");
  }

  private String standing(int level, TrialId trial, int slots) {
    boolean good = ladder.rung(level).place(trial) <= most(level, slots);
    return (good ? "may go on: " : "waits: ") + rule(level, trial, slots);
  }
}
