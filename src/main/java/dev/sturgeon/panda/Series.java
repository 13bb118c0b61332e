package dev.sturgeon.panda;

import dev.sturgeon.trial.Smoothing;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * One figure of a learning curve, epoch by epoch, as it is and averaged, with its noise.
 *
 * <p>Losses are looked at as logarithms: a fall from 0.2 to 0.1 is worth as much as one from 2 to
 * 1.
 */
public final class Series {
  /** From so many of the last epochs the noise is estimated: the curve bends over more. */
  private static final int WINDOW = 8;

  /** Fewer values do not show how much they scatter. */
  public static final int LEAST_FOR_NOISE = 4;

  /** A normal distribution's median deviation from its mean, in standard deviations. */
  private static final double MEDIAN_DEVIATION = 0.6745;

  /** A loss of a network that is right in every case to the last digit. */
  private static final double TINY = 1e-9;

  private final double[] values;
  private final double[] smoothed;

  /** A series of these values. */
  Series(double... values) {
    this.values = values.clone();
    this.smoothed = Smoothing.of(values);
  }

  /** The logarithms of losses. */
  static Series ofLosses(double... losses) {
    DoubleUnaryOperator log = loss -> Math.log(Math.max(loss, TINY));
    return new Series(Arrays.stream(losses).map(log).toArray());
  }

  /** How many values there are. */
  public int size() {
    return values.length;
  }

  /** The value so many epochs before the last one. */
  public double back(int epochs) {
    return values[values.length - 1 - epochs];
  }

  /** The bias-corrected average so many epochs before the last one. */
  public double average(int back) {
    return smoothed[smoothed.length - 1 - back];
  }

  /** How much it fell over the last so many epochs, averaged. */
  public double fall(int epochs) {
    return average(epochs) - average(0);
  }

  /** The least of the last so many values. */
  public double least(int epochs) {
    return Arrays.stream(values, Math.max(0, size() - epochs), size()).min().orElse(Double.NaN);
  }

  /**
   * How many epochs ago the average was last lower than ever before, by more than this: an average
   * goes on falling a little when its values do no more.
   */
  public int sinceLeast(double by) {
    int at = 0;
    for (int i = 1; i < smoothed.length; i++) {
      at = smoothed[i] < smoothed[at] - by ? i : at;
    }
    return smoothed.length - 1 - at;
  }

  /** The same of the greatest average. */
  public int sinceGreatest(double by) {
    return new Series(Arrays.stream(values).map(x -> -x).toArray()).sinceLeast(by);
  }

  /** The series without its last values. */
  Series without(int last) {
    return new Series(Arrays.copyOf(values, Math.max(0, values.length - last)));
  }

  /** Whether each of the last so many steps went down. */
  public boolean fellAlways(int steps) {
    return size() > steps && IntStream.range(0, steps).allMatch(i -> back(i) < back(i + 1));
  }

  /** Whether there are values enough to tell the noise. */
  public boolean hasNoise() {
    return size() >= LEAST_FOR_NOISE;
  }

  /**
   * Standard deviation of a single value around the curve's own course, from its second
   * differences: a straight line has none, and one outlier does not matter. 0 where it is not
   * known.
   */
  public double noise() {
    if (!hasNoise()) {
      return 0;
    }
    int count = Math.min(WINDOW, size()) - 2;
    double[] bends =
        IntStream.range(0, count)
            .mapToDouble(i -> Math.abs(back(i) - 2 * back(i + 1) + back(i + 2)))
            .sorted()
            .toArray();
    double median = (bends[(count - 1) / 2] + bends[count / 2]) / 2;
    return median / MEDIAN_DEVIATION / Math.sqrt(6);
  }
}
