package dev.sturgeon.api;

import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Order;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a person asks of a model in training.
 *
 * @param directory the study directory, a path or URI
 * @param kind what is asked
 * @param values hyperparameters with their new values
 * @param epoch from which epoch on it holds, or to which one to go back
 * @param why the reason, for the journal; may be empty
 */
public record NudgeRequest(
    String directory, Order.Kind kind, SortedMap<String, Value> values, int epoch, String why) {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
  private static final Pattern REAL =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

  /** Copies the map. */
  public NudgeRequest {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * The values of {@code name=value} texts.
   *
   * @throws IllegalArgumentException if one is not of that form, or a name is given twice
   */
  public static SortedMap<String, Value> values(List<String> assignments) {
    SortedMap<String, Value> values = new TreeMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "'" + assignment + "' is not NAME=VALUE, such as learningRate=0.003");
      }
      String name = assignment.substring(0, equals).trim();
      if (values.put(name, value(assignment.substring(equals + 1).trim())) != null) {
        throw new IllegalArgumentException(name + " is given twice");
      }
    }
    return values;
  }

  private static Value value(String text) {
    if (WHOLE.matcher(text).matches()) {
      return Value.of(Long.parseLong(text));
    }
    boolean real = REAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    return real ? Value.of(Double.parseDouble(text)) : Value.of(text);
  }
}
