package dev.sturgeon.space;

import org.jspecify.annotations.Nullable;

/** What the numeric domains check and say in common. */
final class Bounds {
  private static final double BELOW_ONE = Math.nextDown(1.0);

  private Bounds() {}

  static void check(double low, double high, Scale scale, @Nullable Double step) {
    if (!Double.isFinite(high - low)) {
      throw new IllegalArgumentException(
          "bounds and the range between them must be finite, not "
              + text(low)
              + " and "
              + text(high));
    }
    if (low >= high) {
      throw new IllegalArgumentException("low " + text(low) + " must be below high " + text(high));
    }
    if (scale == Scale.LOG && low <= 0) {
      throw new IllegalArgumentException(
          "a log scale cannot reach 0 or below: low is " + text(low) + "; use a positive low");
    }
    if (scale == Scale.REVERSE_LOG && high >= 1) {
      throw new IllegalArgumentException(
          "a reverse-log scale cannot reach 1: high is " + text(high) + "; use a high below 1");
    }
    if (step != null) {
      checkStep(low, high, scale, step);
    }
  }

  private static void checkStep(double low, double high, Scale scale, double step) {
    if (!(step > 0 && step <= high - low)) {
      throw new IllegalArgumentException(
          "step " + text(step) + " must be positive and at most the range " + text(high - low));
    }
    Steps unused = Steps.between(low, high, step, scale);
  }

  /** A number as a person writes it: whole ones without a point. */
  static String text(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }

  /** Integers stay where an {@code int} and a {@code double} hold them exactly. */
  static void checkInteger(long low, long high) {
    if (low < -Integer.MAX_VALUE || high > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "integer bounds must be at most " + Integer.MAX_VALUE + ", not " + low + " and " + high);
    }
  }

  /** A point of [0, 1) for the domains that cut the unit interval into shares. */
  static double clamp(double unit) {
    return Math.min(checkUnit(unit), BELOW_ONE);
  }

  static double checkUnit(double unit) {
    if (!(unit >= 0 && unit <= 1)) {
      throw new IllegalArgumentException("a point of the unit interval is wanted, not " + unit);
    }
    return unit;
  }

  static String describe(String kind, Object low, Object high, Scale scale, @Nullable Object step) {
    return kind
        + " "
        + low
        + "…"
        + high
        + (scale == Scale.LINEAR ? "" : " " + scale.label())
        + (step == null ? "" : " step " + step);
  }
}
