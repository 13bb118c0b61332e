package dev.sturgeon.train;

import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import org.jspecify.annotations.Nullable;

/**
 * The epoch whose network a trial would save: its best under early stopping, else its last.
 *
 * @param bestEpoch its number; 0 before the first epoch
 * @param best its dev scores; null before the first epoch
 */
public record EarlyStopping(int bestEpoch, @Nullable Scores best) {
  /** A trial at its birth. */
  public static final EarlyStopping NONE = new EarlyStopping(0, null);

  /**
   * What is known after one more epoch.
   *
   * @param patience epochs without gain that are borne; 0 for no early stopping, when the last
   *     epoch is always the one to save
   */
  EarlyStopping after(int epoch, Scores dev, Objective objective, int patience) {
    boolean gain = best == null || objective.isBetter(dev, best);
    return patience == 0 || gain ? new EarlyStopping(epoch, dev) : this;
  }

  /** Whether patience is exhausted after this epoch. */
  boolean isOver(int epoch, int patience) {
    return patience > 0 && epoch - bestEpoch >= patience;
  }
}
