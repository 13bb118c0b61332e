package dev.sturgeon.trial;

import java.io.Serializable;

/**
 * The number of a trial in its study, counted from 0 in the order in which trials were started.
 *
 * <p>Trials that train a found configuration again count apart from those of the search, from
 * {@link #REPEATS} on, and are written c0, c1, …: a search's rounds, brackets and sequences go by
 * its own trials' numbers, also where it goes on after a confirmation.
 *
 * @param number 0 or more
 */
public record TrialId(int number) implements Serializable, Comparable<TrialId> {
  /** The number of the first repeat; no search has as many trials. */
  public static final int REPEATS = 1_000_000_000;

  private static final String MARK = "c";

  /** Checks the number. */
  public TrialId {
    if (number < 0) {
      throw new IllegalArgumentException("a trial's number is 0 or more, not " + number);
    }
  }

  /** The repeat of this place among the repeats, from 0. */
  public static TrialId repeat(int place) {
    if (place < 0) {
      throw new IllegalArgumentException("a trial's place is 0 or more, not " + place);
    }
    return new TrialId(Math.addExact(REPEATS, place));
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is none; says what would be right
   */
  public static TrialId parse(String text) {
    boolean repeat = text.startsWith(MARK);
    try {
      int number = Integer.parseInt(repeat ? text.substring(MARK.length()) : text);
      return repeat ? repeat(number) : new TrialId(number);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no trial; right would be a number such as 17, or c3", e);
    }
  }

  /** Whether it trains a found configuration again. */
  public boolean isRepeat() {
    return number >= REPEATS;
  }

  /** Its place among the search's trials, or among the repeats. */
  public int place() {
    return isRepeat() ? number - REPEATS : number;
  }

  @Override
  public int compareTo(TrialId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return isRepeat() ? MARK + place() : Integer.toString(number);
  }
}
