package dev.sturgeon.space;

import java.io.Serializable;
import java.util.List;

/**
 * When a conditional hyperparameter exists: a test on the value of another one.
 *
 * <p>Where the other one is itself absent, the condition does not hold.
 */
public sealed interface Condition extends Serializable permits Condition.OneOf, Condition.AtLeast {

  /** The name of the hyperparameter that is tested. */
  String on();

  /** Whether the condition holds for this value of {@link #on()}. */
  boolean holds(Value value);

  /** Holds where the other has one of these values. */
  record OneOf(String on, List<Value> values) implements Condition {
    public OneOf {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a condition on " + on + " needs at least one value");
      }
    }

    @Override
    public boolean holds(Value value) {
      return values.stream().anyMatch(value::sameAs);
    }

    @Override
    public String toString() {
      return on + " in " + values;
    }
  }

  /** Holds where the other is a number of at least this size. */
  record AtLeast(String on, double least) implements Condition {
    public AtLeast {
      if (!Double.isFinite(least)) {
        throw new IllegalArgumentException(
            "a condition on " + on + " needs a finite number, not " + least);
      }
    }

    @Override
    public boolean holds(Value value) {
      if (value instanceof Value.Int integer) {
        return integer.value() >= least;
      }
      return value instanceof Value.Real real && real.value() >= least;
    }

    @Override
    public String toString() {
      return on + " >= " + Bounds.text(least);
    }
  }
}
