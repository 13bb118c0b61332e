package dev.sturgeon.space;

import java.io.Serializable;

/**
 * The set of values a hyperparameter may take, with a mapping from the unit interval.
 *
 * <p>The mapping is where scales live: samplers only ever see numbers in [0, 1]. Immutable; safe to
 * share between threads.
 */
public sealed interface Domain extends Serializable
    permits RealDomain, IntegerDomain, PowersOfTwo, CategoricalDomain, FixedDomain {

  /**
   * The value at a point of the unit interval.
   *
   * @param unit in [0, 1]; 0 gives the first value and 1 the last, exactly
   */
  Value at(double unit);

  /**
   * A point of the unit interval that maps to the value: the middle of those that do.
   *
   * @throws IllegalArgumentException if the value is not in this domain
   */
  double unitOf(Value value);

  /** Whether the value may be taken; an integer counts as a real where reals are asked for. */
  boolean contains(Value value);

  /** Whether there is exactly one value. */
  default boolean isFixed() {
    return false;
  }
}
