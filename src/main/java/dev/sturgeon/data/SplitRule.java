package dev.sturgeon.data;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The frozen rule that says which part of the data a row belongs to: by its key, never by its place
 * in the file. The key is the {@link RowHash} of its features, its id or its group, or its {@link
 * TimeKey}.
 *
 * <p>The key, as an unsigned number, is compared with two thresholds: below the first is test,
 * below the second dev, the rest train. The thresholds are chosen once, for each class by itself or
 * for all rows together, and then kept: rows keep their part when the data grow.
 *
 * @param seed the seed the hashes were made with
 * @param devShare share of the rows meant for dev; 0 where the user gives that part
 * @param testShare share of the rows meant for test
 * @param classes thresholds by class name; a class that is not here goes by the plain shares
 * @param common the thresholds of all rows, whatever their class; null if each class has its own
 */
public record SplitRule(
    long seed,
    double devShare,
    double testShare,
    SortedMap<String, ClassThresholds> classes,
    @Nullable ClassThresholds common)
    implements Serializable {

  /** The parts of the data. Rows that must stay together go to the first of their parts. */
  public enum Part {
    /** What networks are fitted to. */
    TRAIN,
    /** What they are chosen by. */
    DEV,
    /** What the chosen one is judged on at the end. */
    TEST
  }

  /**
   * The thresholds of one class or of all, as unsigned numbers.
   *
   * @param testBelow hashes below this are test
   * @param devBelow hashes below this, and not test, are dev
   */
  public record ClassThresholds(long testBelow, long devBelow) implements Serializable {
    /** Checks the order. */
    public ClassThresholds {
      if (Long.compareUnsigned(testBelow, devBelow) > 0) {
        throw new IllegalArgumentException("testBelow must not be above devBelow");
      }
    }
  }

  /** Checks the shares and copies the map. */
  public SplitRule {
    if (!(devShare >= 0 && testShare >= 0 && devShare + testShare < 1)) {
      throw new IllegalArgumentException(
          "shares of dev and test cannot be " + devShare + " and " + testShare);
    }
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
  }

  /**
   * Freezes a stratified rule: each class's shares come out exactly, rounded down.
   *
   * @param keys the keys of each class's rows, in any order
   */
  public static SplitRule stratified(
      long seed, double devShare, double testShare, Map<String, long[]> keys) {
    SortedMap<String, ClassThresholds> classes = new TreeMap<>();
    keys.forEach((name, rows) -> classes.put(name, thresholds(rows, devShare, testShare)));
    return new SplitRule(seed, devShare, testShare, classes, null);
  }

  /** Freezes a rule for all rows together: the shares come out exactly, rounded down. */
  public static SplitRule unstratified(long seed, double devShare, double testShare, long[] keys) {
    return new SplitRule(
        seed, devShare, testShare, new TreeMap<>(), thresholds(keys, devShare, testShare));
  }

  /**
   * Freezes a rule for rows of which many share a key, such as a group or a time: the shares of
   * rows come as near as whole keys allow. No part that is meant to have a share is left empty if
   * there are keys enough.
   */
  public static SplitRule together(long seed, double devShare, double testShare, long[] keys) {
    return new SplitRule(
        seed, devShare, testShare, new TreeMap<>(), KeyRuns.of(keys).cut(devShare, testShare));
  }

  /** The part of a row of this class with this key. */
  public Part part(String label, long key) {
    ClassThresholds thresholds = common == null ? classes.get(label) : common;
    if (thresholds == null) {
      thresholds = new ClassThresholds(plain(testShare), plain(testShare + devShare));
    }
    if (Long.compareUnsigned(key, thresholds.testBelow()) < 0) {
      return Part.TEST;
    }
    return Long.compareUnsigned(key, thresholds.devBelow()) < 0 ? Part.DEV : Part.TRAIN;
  }

  private static ClassThresholds thresholds(long[] hashes, double devShare, double testShare) {
    long[] sorted = hashes.clone();
    sortUnsigned(sorted);
    int test = share(sorted.length, testShare);
    int dev = share(sorted.length, devShare);
    return new ClassThresholds(
        threshold(sorted, test, testShare), threshold(sorted, test + dev, testShare + devShare));
  }

  /**
   * A threshold with so many hashes below it, or fewer where equal hashes must stay together: of
   * all such thresholds the one nearest to the plain share, so that rows added later come out
   * right.
   */
  private static long threshold(long[] sorted, int below, double share) {
    long highest = sorted[below];
    long lowest = below == 0 ? 0 : sorted[below - 1] + 1;
    if (Long.compareUnsigned(lowest, highest) > 0) {
      return highest;
    }
    long plain = plain(share);
    if (Long.compareUnsigned(plain, lowest) < 0) {
      return lowest;
    }
    return Long.compareUnsigned(plain, highest) > 0 ? highest : plain;
  }

  private static long plain(double share) {
    return (long) (share * 0x1p63) << 1;
  }

  /** Rounded down in decimal, since 0.29 of 100 is 29 although 0.29 * 100 is below it. */
  private static int share(int rows, double share) {
    return BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(rows)).intValue();
  }

  /** Sorts keys as unsigned numbers, in place. */
  static void sortUnsigned(long[] keys) {
    flipSigns(keys);
    Arrays.sort(keys);
    flipSigns(keys);
  }

  private static void flipSigns(long[] keys) {
    for (int i = 0; i < keys.length; i++) {
      keys[i] ^= Long.MIN_VALUE;
    }
  }
}
