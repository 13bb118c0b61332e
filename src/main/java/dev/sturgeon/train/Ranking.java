package dev.sturgeon.train;

import java.util.Arrays;

/**
 * Rows in order of the probability of one class, and the areas under curves that follow from it.
 * Rows of equal probability share a place.
 */
final class Ranking {
  /** Ascending; upper half the probability's bits, which order as it does, lowest bit the truth. */
  private final long[] rows;

  private final long positives;

  private Ranking(long[] rows, long positives) {
    this.rows = rows;
    this.positives = positives;
  }

  static Ranking of(float[] probabilities, int[] labels, int classes, int positive) {
    long[] rows = new long[labels.length];
    long positives = 0;
    for (int row = 0; row < rows.length; row++) {
      int isPositive = labels[row] == positive ? 1 : 0;
      // Adding 0 turns a negative zero, whose bits would sort wrongly, into zero.
      long bits = Float.floatToIntBits(probabilities[row * classes + positive] + 0f);
      rows[row] = bits << 32 | isPositive;
      positives += isPositive;
    }
    Arrays.sort(rows);
    return new Ranking(rows, positives);
  }

  /** Whether there are positive and negative rows. */
  boolean hasBoth() {
    return positives > 0 && positives < rows.length;
  }

  /** Share of (positive, negative) pairs in the right order; a tied pair counts half. */
  double rocArea() {
    double pairs = 0;
    long negativesBelow = 0;
    for (int from = 0, to; from < rows.length; from = to) {
      to = endOfTie(from);
      long tiedPositives = positivesIn(from, to);
      long tiedNegatives = to - from - tiedPositives;
      pairs += tiedPositives * (negativesBelow + tiedNegatives / 2.0);
      negativesBelow += tiedNegatives;
    }
    return pairs / ((double) positives * (rows.length - positives));
  }

  /** Mean of the precision at each positive row, from the most probable downwards. */
  double averagePrecision() {
    double sum = 0;
    long above = positives;
    for (int from = 0, to; from < rows.length; from = to) {
      to = endOfTie(from);
      long tied = positivesIn(from, to);
      sum += tied * ((double) above / (rows.length - from));
      above -= tied;
    }
    return sum / positives;
  }

  private int endOfTie(int from) {
    int to = from + 1;
    while (to < rows.length && rows[to] >>> 32 == rows[from] >>> 32) {
      to++;
    }
    return to;
  }

  private long positivesIn(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += rows[i] & 1;
    }
    return sum;
  }
}
