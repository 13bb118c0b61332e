package dev.sturgeon.bench.search;

import dev.sturgeon.space.Domain;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.RealDomain;

/**
 * How epochs are said to a surrogate. A whole number of few values is taken as it is; any other
 * range, such as the share of the data to train on, is cut into equal parts.
 *
 * @param epochs the whole budget
 * @param low the least value the surrogate knows
 * @param high the value of the whole budget
 */
record Fidelity(int epochs, double low, double high) {
  private static final int MOST_EPOCHS = 100;
  private static final int PARTS = 50;

  /** The fidelity of this range. */
  static Fidelity of(Domain domain) {
    if (domain instanceof IntegerDomain whole) {
      int epochs = whole.high() <= MOST_EPOCHS ? (int) whole.high() : PARTS;
      return new Fidelity(epochs, whole.low(), whole.high());
    }
    if (domain instanceof RealDomain real) {
      return new Fidelity(PARTS, real.low(), real.high());
    }
    throw new IllegalArgumentException("a fidelity is a number, not " + domain);
  }

  /** The surrogate's input after this many epochs. */
  double value(int epoch) {
    return Math.max(low, high * epoch / epochs);
  }
}
