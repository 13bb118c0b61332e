package dev.sturgeon.panda;

import java.math.BigDecimal;
import java.math.MathContext;

/** What the rules' thresholds have in common. */
final class Thresholds {
  private static final MathContext DIGITS = new MathContext(3);

  private Thresholds() {}

  static void share(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " lies between 0 and 1, not at " + value);
    }
  }

  static void above(double least, String name, double value) {
    if (!(value > least && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " is above " + least + ", not " + value);
    }
  }

  static void segments(String name, double value) {
    if (!(value >= 1 && value == Math.rint(value) && value <= 1_000_000)) {
      throw new IllegalArgumentException(
          name + " is a whole number of segments, 1 or more, not " + value);
    }
  }

  /** A value as a person would choose it: three digits. */
  static double round(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
