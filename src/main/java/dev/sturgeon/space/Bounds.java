package dev.sturgeon.space;

import org.jspecify.annotations.Nullable;

/** What the numeric domains check and say in common. */
final class Bounds {
  private static final double BELOW_ONE = Math.nextDown(1.0);

  private Bounds() {}

  static void check(double low, double high, Scale scale, @Nullable Double step) {
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException("bounds must be finite, not " + low + "…" + high);
    }
    if (low >= high) {
      throw new IllegalArgumentException("low " + low + " must be below high " + high);
    }
    if (scale == Scale.LOG && low <= 0) {
      throw new IllegalArgumentException(
          "a log scale cannot reach 0 or below: low is " + low + "; use a positive low");
    }
    if (scale == Scale.REVERSE_LOG && high >= 1) {
      throw new IllegalArgumentException(
          "a reverse-log scale cannot reach 1: high is " + high + "; use a high below 1");
    }
    if (step != null && !(step > 0 && step <= high - low)) {
      throw new IllegalArgumentException(
          "step " + step + " must be positive and at most the range " + (high - low));
    }
  }

  static double clamp(double unit) {
    if (!(unit >= 0 && unit <= 1)) {
      throw new IllegalArgumentException("a point of the unit interval is wanted, not " + unit);
    }
    return Math.min(unit, BELOW_ONE);
  }

  static String describe(String kind, Object low, Object high, Scale scale, @Nullable Object step) {
    return kind
        + " "
        + low
        + "…"
        + high
        + switch (scale) {
          case LINEAR -> "";
          case LOG -> " log";
          case REVERSE_LOG -> " reverse-log";
        }
        + (step == null ? "" : " step " + step);
  }
}
