package dev.sturgeon.space;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One point of a search space: a value for every active hyperparameter, by name.
 *
 * <p>A hyperparameter whose condition does not hold is absent. Immutable; safe to share between
 * threads.
 *
 * @param values the values by hyperparameter name, in name order
 */
public record Configuration(SortedMap<String, Value> values) implements Serializable {

  /** Copies the map. */
  public Configuration {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** A configuration of these values. */
  public static Configuration of(Map<String, Value> values) {
    return new Configuration(new TreeMap<>(values));
  }

  /** Whether the hyperparameter is active here. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * The value of a hyperparameter.
   *
   * @throws IllegalArgumentException if it is not active here
   */
  public Value get(String name) {
    Value value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "configuration has no hyperparameter '" + name + "', only " + values.keySet());
    }
    return value;
  }

  /**
   * The value as a real number; an integer is widened.
   *
   * @throws IllegalArgumentException if it is absent or a text
   */
  public double real(String name) {
    Value value = get(name);
    if (value instanceof Value.Real real) {
      return real.value();
    }
    if (value instanceof Value.Int integer) {
      return integer.value();
    }
    throw new IllegalArgumentException(name + " is the text '" + value + "', not a number");
  }

  /**
   * The value as an integer.
   *
   * @throws IllegalArgumentException if it is absent or not an integer that fits an {@code int}
   */
  public int integer(String name) {
    Value value = get(name);
    if (value instanceof Value.Int integer && integer.value() == (int) integer.value()) {
      return (int) integer.value();
    }
    throw new IllegalArgumentException(name + " is '" + value + "', not an integer of 32 bits");
  }

  /**
   * The value as a text.
   *
   * @throws IllegalArgumentException if it is absent or a number
   */
  public String text(String name) {
    Value value = get(name);
    if (value instanceof Value.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException(name + " is the number " + value + ", not a text");
  }

  /** This configuration with one value put in or replaced. */
  public Configuration with(String name, Value value) {
    SortedMap<String, Value> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Configuration(changed);
  }

  /** This configuration with some values put in or replaced. */
  public Configuration with(Map<String, Value> changes) {
    SortedMap<String, Value> changed = new TreeMap<>(values);
    changed.putAll(changes);
    return new Configuration(changed);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
