package dev.sturgeon.panda;

import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.Objective;

/**
 * What rules know besides the trial itself.
 *
 * @param space where hyperparameters have domains
 * @param objective what counts
 * @param devRows examples of the dev part; 0 where that is not known
 * @param chanceLoss the loss of a network that has learned nothing: the logarithm of the number of
 *     classes, or the variance of a scaled target; infinite where that is not known
 * @param segmentEpochs epochs between two looks
 * @param horizon segments after which a change shows what it is worth
 */
public record Setting(
    SearchSpace space,
    Objective objective,
    int devRows,
    double chanceLoss,
    int segmentEpochs,
    int horizon) {

  /** Checks the numbers. */
  public Setting {
    if (devRows < 0 || !(chanceLoss > 0) || segmentEpochs < 1 || horizon < 1) {
      throw new IllegalArgumentException(
          "devRows is 0 or more, chanceLoss above 0, segmentEpochs and horizon 1 or more, not %d,"
                  .formatted(devRows)
              + " %s, %d and %d".formatted(chanceLoss, segmentEpochs, horizon));
    }
  }

  /** Epochs after which a change shows what it is worth. */
  public int horizonEpochs() {
    return epochs(horizon);
  }

  /** Epochs of so many segments. */
  public int epochs(int segments) {
    return segments * segmentEpochs;
  }
}
