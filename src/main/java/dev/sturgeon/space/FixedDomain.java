package dev.sturgeon.space;

/**
 * Exactly one value: a hyperparameter that is set, not searched.
 *
 * @param value the value
 */
public record FixedDomain(Value value) implements Domain {

  @Override
  public Value at(double unit) {
    return value;
  }

  @Override
  public double unitOf(Value other) {
    if (!contains(other)) {
      throw new IllegalArgumentException(other + " is not in " + this);
    }
    return 0.5;
  }

  @Override
  public boolean contains(Value other) {
    return value.sameAs(other);
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public String toString() {
    return "fixed " + value;
  }
}
