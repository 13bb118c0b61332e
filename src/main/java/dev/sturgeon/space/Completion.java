package dev.sturgeon.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a configuration of a few given values and the defaults of all else. */
final class Completion {
  private final SearchSpace space;
  private final Map<String, Value> given;

  Completion(SearchSpace space, Map<String, Value> given) {
    this.space = space;
    this.given = Map.copyOf(given);
  }

  /** What is wrong with the given values, by name. */
  SortedMap<String, String> problems() {
    SortedMap<String, String> problems = new TreeMap<>();
    List<String> known = new ArrayList<>();
    for (Hyperparameter h : space.hyperparameters()) {
      known.add(h.name());
      Value value = given.get(h.name());
      if (value != null && !h.domain().contains(value)) {
        problems.put(h.name(), "%s cannot be %s; it is %s".formatted(h.name(), value, h.domain()));
      }
    }
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        problems.put(
            name,
            "the search space has no hyperparameter '%s'; %s"
                .formatted(name, Spelling.hint(name, known)));
      }
    }
    // What is active beside a wrong value is anyone's guess.
    return problems.isEmpty() ? inactive() : problems;
  }

  private SortedMap<String, String> inactive() {
    SortedMap<String, String> problems = new TreeMap<>();
    Map<String, Value> values = values();
    for (Hyperparameter h : space.hyperparameters()) {
      if (given.containsKey(h.name()) && !values.containsKey(h.name())) {
        problems.put(
            h.name(),
            "%s exists only where %s, which is not so here; leave it out"
                .formatted(h.name(), h.condition()));
      }
    }
    return problems;
  }

  /** The configuration; it leaves out what is given and not active. */
  Configuration configuration() {
    return Configuration.of(values());
  }

  private Map<String, Value> values() {
    Map<String, Value> values = new HashMap<>();
    for (Hyperparameter h : space.hyperparameters()) {
      if (SearchSpace.isActive(h, values)) {
        Value own = given.get(h.name());
        Value usual = h.defaultValue();
        values.put(h.name(), own == null || own.sameAs(usual) ? usual : asWritten(h.domain(), own));
      }
    }
    return values;
  }

  /** A number in the form that the domain gives it: 64.0 as 64 where 64 is among the choices. */
  private static Value asWritten(Domain domain, Value value) {
    Value same = domain.at(domain.unitOf(value));
    return same.sameAs(value) ? same : value;
  }
}
