package dev.sturgeon.schedule;

import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rungs of a successive halving and where each trial stands on them (Jamieson and Talwalkar,
 * Non-stochastic best arm identification and hyperparameter optimization, 2016).
 *
 * <p>The highest rung is the whole budget, each one below it is at a share 1/eta of the epochs. A
 * trial that ended early by its own patience keeps its value on all higher rungs; one that diverged
 * is the worst on the rung it was on the way to; one that failed is on none it has not reached.
 * Belongs to one thread.
 */
public final class Ladder {
  private static final Scores WORST = new Scores(Double.NaN, Double.NaN);

  private final List<Rung> rungs = new ArrayList<>();
  private final TreeSet<TrialId> between = new TreeSet<>();
  private final Set<TrialId> running = new HashSet<>();

  /**
   * A ladder.
   *
   * @param epochs where the rungs are, ascending; the last is the whole budget
   */
  Ladder(List<Integer> epochs, Objective objective) {
    epochs.forEach(epoch -> rungs.add(new Rung(epoch, objective)));
  }

  /**
   * Where the rungs are: at maxEpochs, and at as many times 1/eta of it as are not below least.
   *
   * @param eta above 1
   * @param least the lowest rung's least epoch, 1 or more
   */
  public static List<Integer> epochs(int maxEpochs, double eta, double least) {
    List<Integer> epochs = new ArrayList<>(List.of(maxEpochs));
    for (double epoch = maxEpochs / eta; Math.rint(epoch) >= least; epoch /= eta) {
      int rounded = (int) Math.rint(epoch);
      if (rounded < epochs.get(0)) {
        epochs.add(0, rounded);
      }
    }
    return List.copyOf(epochs);
  }

  /** A rung, from 0 for the lowest. */
  Rung rung(int level) {
    return rungs.get(level);
  }

  /** The epoch of the rung that is next for a trial of so many epochs. */
  int goal(int epoch) {
    return rungs.stream().mapToInt(Rung::epoch).filter(rung -> rung > epoch).min().orElse(epoch);
  }

  /**
   * The paused trial of the lowest number that is between two rungs: it need not be asked about.
   */
  Optional<TrialId> between() {
    return between.isEmpty() ? Optional.empty() : Optional.of(between.first());
  }

  /** The number of the highest rung, from 0. */
  int top() {
    return rungs.size() - 1;
  }

  /** The rung where a paused trial waits, from 0. */
  Optional<Integer> levelOf(Trial trial) {
    for (int level = 0; level < rungs.size(); level++) {
      if (trial.status() == Status.PAUSED && rungs.get(level).epoch() == trial.epoch()) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** Whether no trial runs. */
  boolean isIdle() {
    return running.isEmpty();
  }

  /** The best trial that waits on the highest rung where any does. */
  Optional<TrialId> highestWaiting() {
    return rungs.stream()
        .flatMap(rung -> rung.bestWaiting().stream())
        .reduce((lower, higher) -> higher);
  }

  /** The best trial that waits on the lowest rung where any does. */
  Optional<TrialId> lowestWaiting() {
    return rungs.stream().flatMap(rung -> rung.bestWaiting().stream()).findFirst();
  }

  /** Takes a trial's present state in. */
  void update(Trial trial) {
    boolean paused = trial.status() == Status.PAUSED;
    boolean waits = false;
    boolean upward = true;
    for (Rung rung : rungs) {
      if (rung.epoch() <= trial.epoch()) {
        rung.add(trial.id(), trial.scoresAt(rung.epoch()).orElse(WORST));
      } else if (upward) {
        upward = beyond(trial, rung);
      }
      boolean here = paused && rung.epoch() == trial.epoch();
      rung.setWaiting(trial.id(), here);
      waits |= here;
    }
    put(between, trial.id(), paused && !waits);
    put(running, trial.id(), trial.status() == Status.RUNNING);
  }

  private static void put(Set<TrialId> set, TrialId trial, boolean belongs) {
    if (belongs) {
      set.add(trial);
    } else {
      set.remove(trial);
    }
  }

  /** What a trial counts as on a rung it did not reach; whether it may count on higher ones. */
  private static boolean beyond(Trial trial, Rung rung) {
    if (trial.status() == Status.COMPLETED) {
      rung.add(trial.id(), trial.scoresAt(rung.epoch()).orElse(WORST));
      return true;
    }
    if (trial.status() == Status.DIVERGED) {
      rung.add(trial.id(), WORST);
    }
    return false;
  }
}
