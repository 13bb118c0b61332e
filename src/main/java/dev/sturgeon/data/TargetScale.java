package dev.sturgeon.data;

import java.io.Serializable;

/**
 * How a number to predict is scaled for training, and what a prediction means in its own unit.
 *
 * @param mean of the training part
 * @param std standard deviation of the training part, above 0
 */
public record TargetScale(double mean, double std) implements Serializable {

  /** Checks that the scale can be undone. */
  public TargetScale {
    if (!Double.isFinite(mean) || !(std > 0) || !Double.isFinite(std)) {
      throw new IllegalArgumentException("cannot scale by mean " + mean + " and std " + std);
    }
  }

  /** A number as training sees it. */
  public double scaled(double original) {
    return (original - mean) / std;
  }

  /** A scaled number in its own unit. */
  public double original(double scaled) {
    return mean + std * scaled;
  }
}
