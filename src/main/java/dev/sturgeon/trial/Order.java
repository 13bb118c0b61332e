package dev.sturgeon.trial;

import dev.sturgeon.space.Value;
import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person asks of a model in training, from outside.
 *
 * @param number counted from 1 in the order in which a study took them in
 * @param kind what is asked
 * @param values hyperparameters with their new values; for {@link Kind#NUDGE} at least one, for
 *     {@link Kind#ROLLBACK} any number
 * @param epoch for {@link Kind#NUDGE} the epoch from which on it holds, 0 for at once; for {@link
 *     Kind#ROLLBACK} the epoch to go back to; else 0
 * @param by who asks
 * @param why the reason given, or empty
 */
public record Order(
    int number, Kind kind, SortedMap<String, Value> values, int epoch, String by, String why)
    implements Serializable {

  /** What can be asked. */
  public enum Kind {
    /** Go on with other hyperparameters. */
    NUDGE,
    /** Go on from an earlier checkpoint. */
    ROLLBACK,
    /** Train no further until told to. */
    PAUSE,
    /** Train on after a pause. */
    RESUME
  }

  /** Copies the map and checks the numbers. */
  public Order {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    if (number < 1 || epoch < 0) {
      throw new IllegalArgumentException(
          "an order has a number from 1 and an epoch from 0, not " + number + " and " + epoch);
    }
    if (kind == Kind.NUDGE && values.isEmpty()) {
      throw new IllegalArgumentException("a nudge changes at least one hyperparameter");
    }
  }

  /** Whose pause holds, in a sentence that says how it ends. */
  public String holding() {
    return "paused by %s%s; `nudge DIR --resume` goes on"
        .formatted(by, why.isEmpty() ? "" : ": " + why);
  }

  /** What is asked, in a few words. */
  public String text() {
    return switch (kind) {
      case NUDGE -> Nudge.text(values) + (epoch == 0 ? "" : " from epoch " + epoch + " on");
      case ROLLBACK ->
          "back to epoch " + epoch + (values.isEmpty() ? "" : " with " + Nudge.text(values));
      case PAUSE -> "pause";
      case RESUME -> "go on";
    };
  }
}
