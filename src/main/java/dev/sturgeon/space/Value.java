package dev.sturgeon.space;

import java.io.Serializable;

/**
 * The value of one hyperparameter: a real number, an integer or a text.
 *
 * <p>Immutable; safe to share between threads.
 */
public sealed interface Value extends Serializable permits Value.Real, Value.Int, Value.Text {

  /** A finite real number. */
  record Real(double value) implements Value {
    public Real {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a hyperparameter's value must be finite, not " + value);
      }
    }

    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /** A whole number. */
  record Int(long value) implements Value {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** One of a category's names. */
  record Text(String value) implements Value {
    @Override
    public String toString() {
      return value;
    }
  }

  /** Whether both are the same text or the same number: 1 and 1.0 are. */
  default boolean sameAs(Value other) {
    if (this instanceof Int mine && other instanceof Real theirs) {
      return mine.value() == theirs.value();
    }
    if (this instanceof Real mine && other instanceof Int theirs) {
      return mine.value() == theirs.value();
    }
    return equals(other);
  }

  /** A real value. */
  static Value of(double value) {
    return new Real(value);
  }

  /** An integer value. */
  static Value of(long value) {
    return new Int(value);
  }

  /** A text value. */
  static Value of(String value) {
    return new Text(value);
  }
}
