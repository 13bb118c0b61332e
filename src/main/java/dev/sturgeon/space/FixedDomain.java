package dev.sturgeon.space;

import java.util.List;

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
  public double share(Value other) {
    if (!contains(other)) {
      throw new IllegalArgumentException(other + " is not in " + this);
    }
    return 1;
  }

  @Override
  public boolean contains(Value other) {
    return value.sameAs(other);
  }

  @Override
  public List<Value> levels(int most) {
    return List.of(value);
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
