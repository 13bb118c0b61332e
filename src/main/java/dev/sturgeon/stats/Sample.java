package dev.sturgeon.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A few independent measurements of one thing.
 *
 * @param values the measurements, one or more
 */
public record Sample(double... values) {
  /** What sums of the same numbers in another order differ by, as a share of the largest. */
  private static final double ROUNDING = 1e-9;

  /** Copies the values; there is at least one. */
  public Sample {
    if (values.length == 0) {
      throw new IllegalArgumentException("a sample has at least one value");
    }
    values = values.clone();
  }

  /** A copy. */
  @Override
  public double[] values() {
    return values.clone();
  }

  /** The arithmetic mean. */
  public double mean() {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** The standard deviation of what the values are drawn from; 0 of a single one. */
  public double deviation() {
    double mean = mean();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
  }

  /** Whether the values differ: if not, nothing is known of how much they scatter. */
  public boolean scatters() {
    double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    return deviation() > ROUNDING * largest;
  }

  /**
   * Where the true mean lies, by Student's t with one degree of freedom less than there are values;
   * unknown for a single one. Of paired differences: where the true difference lies.
   */
  public Interval mean95() {
    if (values.length < 2) {
      return Interval.UNKNOWN;
    }
    double t =
        new TDistribution(null, values.length - 1)
            .inverseCumulativeProbability((1 + Interval.CONFIDENCE) / 2);
    double reach = t * deviation() / Math.sqrt(values.length);
    return new Interval(mean() - reach, mean() + reach);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sample sample && Arrays.equals(values, sample.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
