package dev.sturgeon.bench.search;

import java.util.Arrays;

/** Figures of several runs; a run that never got there counts as infinitely long. */
final class Statistics {

  private Statistics() {}

  /** The middle one, or the mean of the two in the middle. */
  static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * The value below which a share of the others lies, linear between neighbours.
   *
   * @param share from 0, the smallest, to 1, the largest
   */
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double rest = place - below;
    return rest == 0 ? sorted[below] : sorted[below] * (1 - rest) + sorted[below + 1] * rest;
  }

  /** The arithmetic mean. */
  static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** How many times as long one takes as the other; 1 where both take for ever. */
  static double speedUp(double slow, double fast) {
    return slow == fast ? 1 : slow / fast;
  }
}
