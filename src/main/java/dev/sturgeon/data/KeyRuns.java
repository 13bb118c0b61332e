package dev.sturgeon.data;

import dev.sturgeon.data.SplitRule.ClassThresholds;
import java.util.Arrays;

/**
 * Rows counted by their keys, in the keys' order.
 *
 * @param keys the different keys, in unsigned order
 * @param before how many rows have a smaller key; one entry more, with all rows
 */
record KeyRuns(long[] keys, int[] before) {

  static KeyRuns of(long[] rows) {
    long[] sorted = rows.clone();
    SplitRule.sortUnsigned(sorted);
    long[] keys = new long[sorted.length];
    int[] before = new int[sorted.length + 1];
    int runs = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        keys[runs] = sorted[i];
        before[runs++] = i;
      }
    }
    before[runs] = sorted.length;
    return new KeyRuns(Arrays.copyOf(keys, runs), Arrays.copyOf(before, runs + 1));
  }

  /** The thresholds that come nearest to these shares of the rows; the first keys are test. */
  ClassThresholds cut(double devShare, double testShare) {
    double rows = before[keys.length];
    int forDev = devShare > 0 ? 1 : 0;
    int test = testShare > 0 ? nearest(testShare * rows, 1, keys.length - 1 - forDev) : 0;
    int dev =
        devShare > 0 ? nearest(before[test] + devShare * rows, test + 1, keys.length - 1) : test;
    return new ClassThresholds(threshold(test), threshold(dev));
  }

  /** The number of keys, within bounds, that leaves nearest so many rows before it. */
  private int nearest(double rows, int from, int to) {
    int best = Math.max(0, Math.min(from, to));
    for (int i = from; i <= to; i++) {
      if (Math.abs(before[i] - rows) < Math.abs(before[best] - rows)) {
        best = i;
      }
    }
    return best;
  }

  private long threshold(int keysBelow) {
    return keysBelow == 0 ? 0 : keysBelow < keys.length ? keys[keysBelow] : -1;
  }
}
