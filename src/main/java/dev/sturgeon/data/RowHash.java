package dev.sturgeon.data;

import org.jspecify.annotations.Nullable;

/**
 * A 64-bit hash of a row's raw values: what {@link SplitRule} decides by.
 *
 * <p>Numbers are hashed as doubles, so that 1 and 1.0 are the same value: a whole-number column
 * that becomes a decimal one keeps its hashes. The mixing step is SplitMix64's (Steele, Lea, Flood:
 * Fast splittable pseudorandom number generators, OOPSLA 2014).
 */
public final class RowHash {
  private static final long MISSING = 0x6d697373696e6721L;
  private static final long TEXT = 0x7465787476616c75L;

  private RowHash() {}

  /**
   * The hash of some of a row's cells.
   *
   * @param seed different seeds give unrelated hashes
   * @param texts the row's cells; null where a value is missing, or is only a number
   * @param numbers the same cells as numbers, NaN where they are none
   * @param columns which cells count, in which order
   */
  public static long of(long seed, @Nullable String[] texts, double[] numbers, int[] columns) {
    long hash = mix(seed);
    for (int column : columns) {
      hash = mix(hash ^ cell(texts[column], numbers[column]));
    }
    return hash;
  }

  private static long cell(@Nullable String text, double number) {
    if (!Double.isNaN(number)) {
      return Double.doubleToLongBits(number == 0 ? 0.0 : number);
    }
    if (text == null) {
      return MISSING;
    }
    long hash = TEXT;
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash ^ text.charAt(i));
    }
    return hash;
  }

  /** SplitMix64's next output after the given state. */
  public static long mix(long state) {
    long z = state + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
