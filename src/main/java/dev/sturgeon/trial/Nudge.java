package dev.sturgeon.trial;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change to a trial's hyperparameters between two of its epochs; what the network has learned and
 * the optimiser's state stay.
 *
 * @param epoch epochs trained when it was made
 * @param before the values that it replaces; of a hyperparameter that was not there, none
 * @param values the hyperparameters that it changes, with their new values; may be empty where a
 *     trial only went back to an earlier checkpoint
 * @param by who made it: a rule's name, or a person
 * @param why the reason, in a sentence
 * @param order the {@link Order} that it obeys, by number; 0 for none
 */
public record Nudge(
    int epoch,
    SortedMap<String, Value> before,
    SortedMap<String, Value> values,
    String by,
    String why,
    int order)
    implements Serializable {

  /** Copies the maps. */
  public Nudge {
    before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** A nudge of a trial that has this configuration before it; by no order. */
  public static Nudge of(
      int epoch, Configuration now, SortedMap<String, Value> values, String by, String why) {
    SortedMap<String, Value> before = new TreeMap<>(now.values());
    before.keySet().retainAll(values.keySet());
    return new Nudge(epoch, before, values, by, why, 0);
  }

  /** The same as what obeys an order. */
  public Nudge obeying(Order obeyed) {
    return new Nudge(epoch, before, values, by, why, obeyed.number());
  }

  /**
   * By what it multiplies a hyperparameter; 1 where it leaves it alone, or where there was none
   * before.
   */
  public double factor(String name) {
    double now = number(values, name);
    double then = number(before, name);
    return Double.isNaN(now) || Double.isNaN(then) || then == 0 ? 1 : now / then;
  }

  private static double number(SortedMap<String, Value> of, String name) {
    Value value = of.get(name);
    return value instanceof Value.Real real
        ? real.value()
        : value instanceof Value.Int integer ? (double) integer.value() : Double.NaN;
  }

  /** Who changes what, in which way, and why. */
  public String text() {
    String changes =
        values.entrySet().stream()
            .map(
                change ->
                    "%s %s -> %s"
                        .formatted(
                            change.getKey(), was(change.getKey()), number(change.getValue())))
            .collect(Collectors.joining(", "));
    return by
        + ": "
        + Stream.of(changes, why).filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
  }

  private String was(String name) {
    return before.containsKey(name) ? number(before.get(name)) : "unset";
  }

  /** The values as a person writes them: {@code learningRate=0.003}. */
  static String text(SortedMap<String, Value> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + number(value.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String number(Value value) {
    return value instanceof Value.Real real
        ? BigDecimal.valueOf(real.value()).stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
