package dev.sturgeon.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The conditions of a {@code config_space.json}: EQ, NEQ and IN on a choice, EQ, IN and GT on a
 * number, and AND of several. Here a hyperparameter hangs on one other, so that of an AND only that
 * condition stays whose parent hangs on the others in turn; what has no such order is refused, and
 * so are OR and LT.
 */
final class ConfigConditions {
  private final JsonNode conditions;
  private final Map<String, Domain> domains;
  private final Map<String, Set<String>> parents = new HashMap<>();

  ConfigConditions(JsonNode conditions, Map<String, Domain> domains) {
    this.conditions = conditions;
    this.domains = domains;
    conditions.forEach(
        condition ->
            simple(condition)
                .forEach(
                    part ->
                        parents
                            .computeIfAbsent(child(condition), name -> new HashSet<>())
                            .add(part.required("parent").asText())));
  }

  /** Each conditional hyperparameter's condition. */
  Map<String, Condition> byChild() {
    Map<String, List<JsonNode>> parts = new HashMap<>();
    conditions.forEach(
        condition ->
            parts
                .computeIfAbsent(child(condition), name -> new ArrayList<>())
                .addAll(simple(condition)));
    Map<String, Condition> found = new HashMap<>();
    parts.forEach((child, all) -> found.put(child, condition(deepest(child, all))));
    return found;
  }

  private static String child(JsonNode condition) {
    return condition.required("child").asText();
  }

  private static List<JsonNode> simple(JsonNode condition) {
    return switch (condition.required("type").asText()) {
      case "AND" -> StreamSupport.stream(condition.get("components").spliterator(), false).toList();
      default -> List.of(condition);
    };
  }

  private JsonNode deepest(String child, List<JsonNode> all) {
    return all.stream()
        .filter(part -> all.stream().allMatch(other -> isImplied(other, part)))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(child + " hangs on several others: " + all));
  }

  private boolean isImplied(JsonNode other, JsonNode by) {
    String parent = by.required("parent").asText();
    return other.equals(by)
        || parents.getOrDefault(parent, Set.of()).contains(other.required("parent").asText());
  }

  private Condition condition(JsonNode part) {
    String parent = part.required("parent").asText();
    Domain domain = domains.get(parent);
    if (domain == null) {
      throw new IllegalArgumentException("a condition is on '" + parent + "', which is not there");
    }
    return switch (part.required("type").asText()) {
      case "EQ" -> new Condition.OneOf(parent, List.of(value(part.required("value"), domain)));
      case "IN" ->
          new Condition.OneOf(
              parent,
              StreamSupport.stream(part.required("values").spliterator(), false)
                  .map(value -> value(value, domain))
                  .toList());
      case "NEQ" -> new Condition.OneOf(parent, others(part.required("value"), domain));
      case "GT" -> new Condition.AtLeast(parent, above(part.required("value"), domain));
      default -> throw new IllegalArgumentException("not known here: " + part);
    };
  }

  private static Value value(JsonNode value, Domain domain) {
    if (domain instanceof CategoricalDomain || !value.isNumber()) {
      return ConfigSpace.text(value);
    }
    return value.isIntegralNumber() ? Value.of(value.asLong()) : Value.of(value.asDouble());
  }

  private static List<Value> others(JsonNode value, Domain domain) {
    if (!(domain instanceof CategoricalDomain choices)) {
      throw new IllegalArgumentException("NEQ is known of choices only, not of " + domain);
    }
    return choices.choices().stream()
        .filter(choice -> !choice.sameAs(ConfigSpace.text(value)))
        .toList();
  }

  private static double above(JsonNode value, Domain domain) {
    return domain instanceof IntegerDomain
        ? Math.floor(value.asDouble()) + 1
        : Math.nextUp(value.asDouble());
  }
}
