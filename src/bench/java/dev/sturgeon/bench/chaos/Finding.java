package dev.sturgeon.bench.chaos;

import dev.sturgeon.bench.Figures;

/**
 * Something that was counted or measured of a fault.
 *
 * @param name what
 * @param value how much, as it is printed
 * @param aim how much it should be, in words
 * @param met whether it is
 */
public record Finding(String name, String value, String aim, boolean met) {

  /** A number that has to be this one. */
  static Finding exactly(String name, long value, long aim) {
    return new Finding(name, Long.toString(value), Long.toString(aim), value == aim);
  }

  /** A number that may not be larger. */
  static Finding atMost(String name, double value, double most) {
    return new Finding(name, text(value), "at most " + text(most), value <= most);
  }

  /** A number that may not be smaller. */
  static Finding atLeast(String name, double value, double least) {
    return new Finding(name, text(value), "at least " + text(least), value >= least);
  }

  /** A text that has to hold another one. */
  static Finding saying(String name, String text, String wanted) {
    return new Finding(name, "'" + text + "'", "..." + wanted + "...", text.contains(wanted));
  }

  /** Something to know, good or bad. */
  static Finding known(String name, double value) {
    return new Finding(name, text(value), "any", true);
  }

  private static String text(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : Double.toString(Math.rint(value * 1000) / 1000);
  }

  /** Prints it as one of a row's. */
  void print(String row) {
    Figures.print("chaos." + row + "." + name, value, aim);
  }
}
