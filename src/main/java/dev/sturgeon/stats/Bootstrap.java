package dev.sturgeon.stats;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * What a figure of some rows would be on other rows like them: that of as many rows drawn from them
 * with replacement, many times (Efron, 1979). The same seed draws the same rows.
 */
public final class Bootstrap {
  private static final int DRAWS = 1000;

  private final double[] sorted;

  private Bootstrap(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Draws a thousand times. Draws of which the figure is no finite number are left out.
   *
   * @param rows how many rows there are, one or more
   * @param figure the figure of the rows of these numbers
   */
  public static Bootstrap of(int rows, ToDoubleFunction<int[]> figure, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] figures = new double[DRAWS];
    int[] drawn = new int[rows];
    for (int i = 0; i < DRAWS; i++) {
      Arrays.setAll(drawn, place -> random.nextInt(rows));
      figures[i] = figure.applyAsDouble(drawn);
    }
    return new Bootstrap(Arrays.stream(figures).filter(Double::isFinite).sorted().toArray());
  }

  /** The figure's standard error; 0 where it was never finite. */
  public double standardError() {
    return sorted.length == 0 ? 0 : new Sample(sorted).deviation();
  }

  /** Where the true figure lies: the middle 95 % of the draws. */
  public Interval interval95() {
    double tail = (1 - Interval.CONFIDENCE) / 2;
    return sorted.length == 0 ? Interval.UNKNOWN : new Interval(quantile(tail), quantile(1 - tail));
  }

  private double quantile(double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
