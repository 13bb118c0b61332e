package dev.sturgeon.trial;

/**
 * A bias-corrected exponentially weighted average (Ng, Improving Deep Neural Networks, week 2):
 * what a noisy learning curve amounts to. It averages over about 1 / (1 - beta) epochs; without the
 * correction its first values would be far too small.
 */
public final class Smoothing {
  /** Averages over about three epochs. */
  private static final double BETA = 2.0 / 3;

  private Smoothing() {}

  /** The averages up to each value; a value that is not finite is left out of all. */
  public static double[] of(double... values) {
    double[] smoothed = new double[values.length];
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        sum = BETA * sum + (1 - BETA) * values[i];
        weight = BETA * weight + (1 - BETA);
      }
      smoothed[i] = weight == 0 ? Double.NaN : sum / weight;
    }
    return smoothed;
  }

  /** The average at a curve's last epoch, of the metric on the dev part; NaN for no epoch. */
  public static double ofDev(Trial trial) {
    double[] averages =
        of(trial.curve().stream().mapToDouble(point -> point.dev().metric()).toArray());
    return averages.length == 0 ? Double.NaN : averages[averages.length - 1];
  }
}
