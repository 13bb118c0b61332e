package dev.sturgeon.space;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A few named choices without order, all equally likely.
 *
 * @param choices at least two, all different
 */
public record CategoricalDomain(List<Value> choices) implements Domain {

  /** Copies the choices and checks that they differ. */
  public CategoricalDomain {
    choices = List.copyOf(choices);
    if (choices.size() < 2) {
      throw new IllegalArgumentException("at least two choices are needed, not " + choices);
    }
    Set<Object> seen = new HashSet<>();
    for (Value choice : choices) {
      if (!seen.add(key(choice))) {
        throw new IllegalArgumentException(choice + " is among the choices twice: " + choices);
      }
    }
  }

  @Override
  public Value at(double unit) {
    return choices.get((int) (Bounds.clamp(unit) * choices.size()));
  }

  @Override
  public double unitOf(Value value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + this);
    }
    return (choices.indexOf(value) + 0.5) / choices.size();
  }

  @Override
  public boolean contains(Value value) {
    return choices.contains(value);
  }

  /** What makes two choices the same: 1 and 1.0 are. */
  private static Object key(Value choice) {
    if (choice instanceof Value.Int integer) {
      return (double) integer.value();
    }
    return choice instanceof Value.Real real ? (Object) real.value() : choice;
  }

  @Override
  public String toString() {
    return "one of " + choices;
  }
}
