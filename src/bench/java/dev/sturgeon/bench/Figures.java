package dev.sturgeon.bench;

import java.util.Arrays;
import java.util.Locale;

/** Prints a benchmark's figures, each on a line of its own, so that a script can read them. */
final class Figures {

  private Figures() {}

  static void print(String name, double value, String aim) {
    System.out.println(name + "=" + String.format(Locale.ROOT, "%.4f", value) + " aim=" + aim);
  }

  static void print(String name, String value, String aim) {
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
