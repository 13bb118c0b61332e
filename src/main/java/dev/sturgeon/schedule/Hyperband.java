package dev.sturgeon.schedule;

import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hyperband (Li et al., Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization,
 * 2018): several brackets of successive halving at once, from one that begins on the lowest rung to
 * one that trains every trial to the end, in case the first epochs mislead. Each bracket halves
 * asynchronously, as {@link Asha} does.
 *
 * <p>Which bracket a trial is in follows from its number: of each cycle, the bracket that begins s
 * rungs below the top has as many trials as in the paper, (top+1)/(s+1) times eta^s.
 */
public final class Hyperband implements Scheduler {
  private final Births births;
  private final List<Halving> brackets = new ArrayList<>();

  /** A cycle's trials, bracket by bracket: the numbers at which each one ends. */
  private final List<Integer> ends = new ArrayList<>();

  /**
   * A search over these trials.
   *
   * @param eta one of so many goes on, above 1
   * @param epochs where the rungs are: {@link Ladder#epochs}
   */
  public Hyperband(Births births, Objective objective, double eta, List<Integer> epochs) {
    this.births = births;
    int end = 0;
    for (int below = epochs.size() - 1; below >= 0; below--) {
      List<Integer> rungs = epochs.subList(epochs.size() - 1 - below, epochs.size());
      Shares shares = Shares.even(eta, rungs.size() - 1);
      brackets.add(new Halving(objective, shares, rungs, births.budget()));
      end += (int) Math.ceil(epochs.size() / (below + 1.0) * Math.pow(eta, below));
      ends.add(end);
    }
  }

  private Halving bracket(TrialId trial) {
    int inCycle = trial.number() % ends.get(ends.size() - 1);
    int bracket = 0;
    while (inCycle >= ends.get(bracket)) {
      bracket++;
    }
    return brackets.get(bracket);
  }

  @Override
  public Optional<Step> next(History history, int slots) {
    return brackets.stream()
        .flatMap(bracket -> bracket.between(history).stream())
        .findFirst()
        .or(() -> promotion(history, slots))
        .or(() -> births.next(history, goalOfNext(history)))
        .or(() -> brackets.get(0).last(history));
  }

  private Optional<Step> promotion(History history, int slots) {
    // A bracket has its share of the slots; the last one has nobody to promote.
    int share = slots / brackets.size();
    return brackets.stream()
        .flatMap(bracket -> bracket.promotion(history, share).stream())
        .findFirst();
  }

  private int goalOfNext(History history) {
    return bracket(new TrialId(history.trials().size())).ladder().goal(0);
  }

  @Override
  public void update(Trial trial) {
    bracket(trial.id()).ladder().update(trial);
  }

  @Override
  public String standing(Trial trial, int slots) {
    return bracket(trial.id()).standing(trial, slots / brackets.size());
  }
}
