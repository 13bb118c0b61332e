package dev.sturgeon.space;

import java.util.List;

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
    for (int i = 0; i < choices.size(); i++) {
      if (index(choices, choices.get(i)) < i) {
        throw new IllegalArgumentException(
            choices.get(i) + " is among the choices twice: " + choices);
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
    return (index(choices, value) + 0.5) / choices.size();
  }

  @Override
  public double share(Value value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + this);
    }
    return 1.0 / choices.size();
  }

  @Override
  public boolean contains(Value value) {
    return index(choices, value) >= 0;
  }

  @Override
  public List<Value> levels(int most) {
    return choices;
  }

  private static int index(List<Value> choices, Value value) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).sameAs(value)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return "one of " + choices;
  }
}
