package dev.sturgeon.stats;

import java.io.Serializable;

/**
 * The values that are in keeping with what was seen, at 95 % confidence.
 *
 * @param low the least; may be minus infinity where too little was seen
 * @param high the greatest, not below low
 */
public record Interval(double low, double high) implements Serializable {
  /** How sure it is. */
  static final double CONFIDENCE = 0.95;

  /** Nothing is known. */
  public static final Interval UNKNOWN =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Checks that the bounds are numbers in order. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high);
    }
  }

  /** Whether a value is in keeping with what was seen. */
  public boolean includes(double value) {
    return low <= value && value <= high;
  }

  /** Whether both bounds are known. */
  public boolean isFinite() {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
