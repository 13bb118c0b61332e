package dev.sturgeon.trial;

import java.io.Serializable;

/**
 * The number of a trial in its study, counted from 0 in the order in which trials were started.
 *
 * @param number 0 or more
 */
public record TrialId(int number) implements Serializable, Comparable<TrialId> {

  /** Checks the number. */
  public TrialId {
    if (number < 0) {
      throw new IllegalArgumentException("a trial's number is 0 or more, not " + number);
    }
  }

  @Override
  public int compareTo(TrialId other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
