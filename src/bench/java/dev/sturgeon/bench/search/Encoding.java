package dev.sturgeon.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An {@code encoding.json}: the number that stands for each choice of each categorical input.
 *
 * @param numbers by name of the input, then by name of the choice; in the file's order
 */
record Encoding(Map<String, Map<String, Integer>> numbers) {
  private static final String ABSENT = "#na#";

  static Encoding of(JsonNode file) {
    Map<String, Map<String, Integer>> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> input : file.properties()) {
      Map<String, Integer> choices = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> choice : input.getValue().properties()) {
        choices.put(choice.getKey(), choice.getValue().intValue());
      }
      numbers.put(input.getKey(), choices);
    }
    return new Encoding(numbers);
  }

  /** The categorical inputs, in the file's order. */
  List<String> inputs() {
    return List.copyOf(numbers.keySet());
  }

  /** Whether this input is one of names. */
  boolean has(String input) {
    return numbers.containsKey(input);
  }

  /** Whether a choice has a number. */
  boolean has(String input, String choice) {
    return numbers.getOrDefault(input, Map.of()).containsKey(choice);
  }

  /** The number of a choice. */
  int number(String input, String choice) {
    Integer number = numbers.getOrDefault(input, Map.of()).get(choice);
    if (number == null) {
      throw new IllegalArgumentException("'" + choice + "' of " + input + " has no number");
    }
    return number;
  }

  /** The number that says that an input does not exist in a configuration. */
  int absent(String input) {
    return number(input, ABSENT);
  }
}
