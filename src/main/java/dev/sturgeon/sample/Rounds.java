package dev.sturgeon.sample;

/**
 * How a search's trials are dealt out over rounds, by their numbers. Trials beyond the plan form
 * further rounds of the usual size. Immutable.
 *
 * @param planned the trials that the study began with, 1 or more
 * @param count how many rounds they form, 1 or more, and at most one a trial
 */
public record Rounds(int planned, int count) {

  /** Checks both numbers; more rounds than trials are one a trial. */
  public Rounds {
    if (planned < 1 || count < 1) {
      throw new IllegalArgumentException(
          "rounds and trials are 1 or more, not " + count + " and " + planned);
    }
    count = Math.min(count, planned);
  }

  /** The number of a round's first trial; rounds count from 0. */
  public int first(int round) {
    int beyond = Math.max(0, round - count);
    long inPlan = (long) Math.min(round, count) * planned / count;
    return Math.toIntExact(inPlan + (long) beyond * usual());
  }

  /** The round of a trial's number. */
  public int of(int number) {
    if (number >= planned) {
      return count + (number - planned) / usual();
    }
    int round = Math.toIntExact((long) number * count / planned);
    return first(round + 1) <= number ? round + 1 : round;
  }

  private int usual() {
    return (planned + count - 1) / count;
  }
}
