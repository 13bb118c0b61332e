package dev.sturgeon.bench;

import java.util.Arrays;
import java.util.Locale;

/** Prints a benchmark's figures, each on a line of its own, so that a script can read them. */
public final class Figures {

  private Figures() {}

  /** Prints a number with four places. */
  public static void print(String name, double value, String aim) {
    System.out.println(name + "=" + String.format(Locale.ROOT, "%.4f", value) + " aim=" + aim);
  }

  /** Prints a figure that is not a number, or one that is written out already. */
  public static void print(String name, String value, String aim) {
    System.out.println(name + "=" + value + " aim=" + aim);
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** The sample standard deviation. */
  static double spread(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
