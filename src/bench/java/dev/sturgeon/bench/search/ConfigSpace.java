package dev.sturgeon.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A {@code config_space.json} as ConfigSpace 0.4 writes it, as Sturgeon's own hyperparameters:
 * real, integer and categorical ones and constants, with their conditions. Quantised ranges count
 * as continuous, weights of choices as equal; forbidden combinations are refused.
 *
 * @param hyperparameters each one after those its condition is on
 */
record ConfigSpace(List<Hyperparameter> hyperparameters) {
  ConfigSpace {
    hyperparameters = List.copyOf(hyperparameters);
  }

  /**
   * The file's content as hyperparameters.
   *
   * @throws IllegalArgumentException where it holds something that has no counterpart here
   */
  static ConfigSpace of(JsonNode file) {
    if (!file.path("forbiddens").isEmpty()) {
      throw new IllegalArgumentException("forbidden combinations are not known here");
    }
    Map<String, Domain> domains = new HashMap<>();
    file.required("hyperparameters")
        .forEach(h -> domains.put(h.required("name").asText(), domain(h)));
    Map<String, Condition> conditions =
        new ConfigConditions(file.path("conditions"), domains).byChild();
    List<Hyperparameter> all = new ArrayList<>();
    for (JsonNode h : file.required("hyperparameters")) {
      String name = h.required("name").asText();
      Domain domain = domain(h);
      all.add(new Hyperparameter(name, domain, standard(h, domain), conditions.get(name)));
    }
    return new ConfigSpace(parentsFirst(all));
  }

  private static Domain domain(JsonNode h) {
    String type = h.required("type").asText();
    Scale scale = h.path("log").asBoolean() ? Scale.LOG : Scale.LINEAR;
    return switch (type) {
      case "uniform_int" ->
          IntegerDomain.of(h.required("lower").asLong(), h.required("upper").asLong(), scale);
      case "uniform_float" ->
          RealDomain.of(h.required("lower").asDouble(), h.required("upper").asDouble(), scale);
      case "categorical" -> choices(h.required("choices"));
      case "ordinal" -> choices(h.required("sequence"));
      case "constant" -> new FixedDomain(text(h.required("value")));
      default -> throw new IllegalArgumentException("a " + type + " is not known here");
    };
  }

  private static Domain choices(JsonNode choices) {
    List<Value> values =
        StreamSupport.stream(choices.spliterator(), false).map(ConfigSpace::text).toList();
    return values.size() == 1 ? new FixedDomain(values.get(0)) : new CategoricalDomain(values);
  }

  private static Value standard(JsonNode h, Domain domain) {
    JsonNode standard = h.path("default");
    Value value =
        switch (h.required("type").asText()) {
          case "uniform_int" -> Value.of(standard.asLong());
          case "uniform_float" -> Value.of(standard.asDouble());
          default -> text(standard);
        };
    return domain.contains(value) ? value : domain.at(0.5);
  }

  /** A choice is a name here, even where it looks like a number: that of a data set. */
  static Value text(JsonNode choice) {
    return Value.of(choice.asText());
  }

  private static List<Hyperparameter> parentsFirst(List<Hyperparameter> all) {
    List<Hyperparameter> waiting = new ArrayList<>(all);
    List<Hyperparameter> placed = new ArrayList<>();
    Set<String> known = new HashSet<>();
    while (!waiting.isEmpty()) {
      Hyperparameter next =
          waiting.stream()
              .filter(h -> h.condition() == null || known.contains(h.condition().on()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("conditions go round: " + waiting));
      waiting.remove(next);
      placed.add(next);
      known.add(next.name());
    }
    return placed;
  }
}
