package dev.sturgeon.train;

/**
 * What a difference between two gradients means, as Ng's course has it ("Improving deep neural
 * networks", gradient checking). The later constant is the worse.
 */
public enum GradientVerdict {
  /** Below 1e-7: the gradient is right. */
  GOOD,
  /** Between the bounds: look at it. */
  SUSPICIOUS,
  /** Above 1e-3, or no number at all: the gradient is wrong. */
  WRONG;

  private static final double GOOD_BELOW = 1e-7;
  private static final double WRONG_ABOVE = 1e-3;

  /** The verdict on a relative difference; NaN is wrong. */
  static GradientVerdict on(double difference) {
    if (difference < GOOD_BELOW) {
      return GOOD;
    }
    return difference <= WRONG_ABOVE ? SUSPICIOUS : WRONG;
  }

  /** The worse of two. */
  public GradientVerdict or(GradientVerdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
