package dev.sturgeon.trial;

import java.io.Serializable;

/**
 * What a network scores on one set of examples, in inference mode.
 *
 * @param loss mean cross-entropy or, of numbers, mean squared error after scaling; without any
 *     penalty
 * @param metric the objective's metric
 */
public record Scores(double loss, double metric) implements Serializable {

  /** Whether both numbers are finite. */
  public boolean isFinite() {
    return Double.isFinite(loss) && Double.isFinite(metric);
  }
}
