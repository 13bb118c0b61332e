package dev.sturgeon.space;

import java.io.Serializable;
import java.util.List;

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

  /**
   * How much of the unit interval maps to a value: 0 where a range has no steps.
   *
   * @throws IllegalArgumentException if the value is not in this domain
   */
  double share(Value value);

  /** Whether the value may be taken; an integer counts as a real where reals are asked for. */
  boolean contains(Value value);

  /**
   * Values for a grid, in order: all where there are at most this many, or where they have no
   * order; else this many, evenly spread on the scale, the first and the last among them. A single
   * one of several is the middle. Where an integer's scale puts two of them on the same number,
   * there are fewer.
   *
   * @param most 1 or more
   */
  List<Value> levels(int most);

  /** Whether there is exactly one value. */
  default boolean isFixed() {
    return false;
  }
}
