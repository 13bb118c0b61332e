package dev.sturgeon.schedule;

import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Optional;

/**
 * Asynchronous successive halving in its promotion form (Li et al., A System for Massively Parallel
 * Hyperparameter Tuning, 2020): a trial pauses at each rung; whenever a slot is free, the best
 * paused trial that is among the best of its rung goes on from its checkpoint, the highest rung
 * first; where there is none, a new trial begins. No slot ever waits for another.
 *
 * <p>Unlike there, more than 1/eta go on from the lowest rung and fewer from the highest, see
 * {@link Shares#gentleFirst}. And a rung counts as if all slots had a result on it already: of the
 * first wave of trials, one a slot, the rung's share may go on at once, in the order in which they
 * come. With many slots, pausing good trials is waste; with one slot it makes no difference.
 */
public final class Asha implements Scheduler {
  private final Births births;
  private final Halving halving;

  /**
   * A search over these trials.
   *
   * @param eta one of so many goes on, on average over the rungs; above 1
   * @param epochs where the rungs are: {@link Ladder#epochs}
   */
  public Asha(Births births, Objective objective, double eta, List<Integer> epochs) {
    this.births = births;
    Shares shares = Shares.gentleFirst(eta, epochs.size() - 1);
    this.halving = new Halving(objective, shares, epochs, births.budget());
  }

  @Override
  public Optional<Step> next(History history, int slots) {
    return halving
        .between(history)
        .or(() -> halving.promotion(history, slots))
        .or(() -> births.next(history, halving.ladder().goal(0)))
        .or(() -> halving.last(history));
  }

  @Override
  public void update(Trial trial) {
    halving.ladder().update(trial);
  }

  @Override
  public String standing(Trial trial, int slots) {
    return halving.standing(trial, slots);
  }
}
