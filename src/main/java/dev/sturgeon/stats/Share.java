package dev.sturgeon.stats;

import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A share of successes among independent trials, such as an accuracy.
 *
 * @param successes how many, 0 to all
 * @param all how many trials, one or more
 */
public record Share(int successes, int all) {

  /** Checks the counts. */
  public Share {
    if (all < 1 || successes < 0 || successes > all) {
      throw new IllegalArgumentException(successes + " successes of " + all);
    }
  }

  /** The share nearest to a value from 0 to 1. */
  public static Share of(double value, int all) {
    return new Share((int) Math.round(value * all), all);
  }

  /** The share itself. */
  public double value() {
    return (double) successes / all;
  }

  /** The standard error; a share of 0 or 1 has that of one failure or success. */
  public double standardError() {
    double rare = Math.max(Math.min(value(), 1 - value()), 1.0 / all);
    return Math.sqrt(rare * Math.max(0, 1 - rare) / all);
  }

  /** Where the true share lies (Wilson, 1927); the share itself is always within. */
  public Interval interval95() {
    var bounds = new WilsonScoreInterval().createInterval(all, successes, Interval.CONFIDENCE);
    // Of none or all it is a bound, which rounding may miss.
    return new Interval(
        Math.max(0, Math.min(bounds.getLowerBound(), value())),
        Math.min(1, Math.max(bounds.getUpperBound(), value())));
  }
}
