package dev.sturgeon.schedule;

import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One bracket of successive halving: on each rung its trials wait for one another. Belongs to one
 * thread.
 */
final class Bracket {
  private final Halving halving;
  private final int trials;
  private final double eta;
  private final Set<TrialId> live = new HashSet<>();
  private final Set<TrialId> over = new HashSet<>();

  /** Of so many trials. */
  Bracket(Halving halving, int trials, double eta) {
    this.halving = halving;
    this.trials = trials;
    this.eta = eta;
  }

  boolean isOver() {
    return over.size() >= size();
  }

  /** No fewer than have begun, where the study may begin fewer trials now than it has. */
  private int size() {
    return Math.max(trials, live.size() + over.size());
  }

  void update(Trial trial) {
    halving.ladder().update(trial);
    if (trial.status().isOver()) {
      live.remove(trial.id());
      over.add(trial.id());
    } else {
      live.add(trial.id());
    }
  }

  /** The next step of its own trials. */
  Optional<Scheduler.Step> next(History history) {
    return halving.between(history).or(() -> verdict(history));
  }

  /** Once all that are left of the bracket wait on the same rung. */
  private Optional<Scheduler.Step> verdict(History history) {
    Optional<TrialId> best = halving.ladder().lowestWaiting();
    if (best.isEmpty() || live.size() + over.size() < size()) {
      return Optional.empty();
    }
    int level = halving.ladder().levelOf(history.get(best.get())).orElseThrow();
    int epoch = halving.ladder().rung(level).epoch();
    if (!live.stream().allMatch(id -> history.get(id).epoch() >= epoch)) {
      return Optional.empty();
    }
    int most = Math.max(1, (int) (size() / Math.pow(eta, level + 1)));
    Rung rung = halving.ladder().rung(level);
    TrialId worst = rung.worstWaiting().orElseThrow();
    if (rung.place(worst) > most) {
      return Optional.of(new Scheduler.Drop(worst, "dropped: " + rule(rung, worst, most)));
    }
    Trial trial = history.get(best.get());
    return Optional.of(halving.goOn(trial, "promoted: " + rule(rung, trial.id(), most)));
  }

  private static String rule(Rung rung, TrialId trial, int most) {
    return "%s of %d at epoch %d, where the best %d go on"
        .formatted(Places.text(rung.place(trial)), rung.size(), rung.epoch(), most);
  }
}
