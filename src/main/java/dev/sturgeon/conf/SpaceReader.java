package dev.sturgeon.conf;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section {@code space}: the names of the catalogue, each with what it may be. */
final class SpaceReader {
  private final Catalogue catalogue;
  private final Problems problems;

  SpaceReader(Catalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  /** The search space; empty if there was a problem. */
  Optional<SearchSpace> read(Section study) {
    Map<String, Node> entries =
        study.find("space", Readers::mapping).map(Node.Mapping::entries).orElse(Map.of());
    List<Hyperparameter> chosen = new ArrayList<>();
    entries.forEach((name, node) -> hyperparameter(name, node).ifPresent(chosen::add));
    if (chosen.size() < entries.size()) {
      return Optional.empty();
    }
    try {
      return Optional.of(catalogue.space(chosen));
    } catch (IllegalArgumentException e) {
      study.problem("space", Section.message(e));
      return Optional.empty();
    }
  }

  private Optional<Hyperparameter> hyperparameter(String name, Node node) {
    Optional<Catalogue.Entry> entry = catalogue.find(name);
    if (entry.isEmpty()) {
      problems.add(node.place(), catalogue.unknown(name));
      return Optional.empty();
    }
    try {
      return node instanceof Node.Mapping mapping
          ? searched(entry.get(), mapping)
          : Optional.of(Hyperparameter.of(name, checked(name, fixed(node))));
    } catch (IllegalArgumentException e) {
      problems.add(node.place(), Section.message(e));
      return Optional.empty();
    }
  }

  private static Domain fixed(Node node) {
    if (node instanceof Node.Items) {
      throw new IllegalArgumentException(
          node.shown() + " is a list; write {choices: " + node.shown().replace("'", "") + "}");
    }
    return new FixedDomain(Readers.value(node));
  }

  private Optional<Hyperparameter> searched(Catalogue.Entry entry, Node.Mapping mapping) {
    Section section = new Section(mapping, problems);
    Optional<Domain> domain = new DomainReader(section, entry.isReal()).read();
    Optional<Value> standard = section.find("default", Readers::value);
    Optional<Condition> condition = section.find("when", this::condition);
    section.done();
    return domain.map(
        known ->
            new Hyperparameter(
                entry.name(),
                checked(entry.name(), known),
                standard.orElse(null),
                condition.orElse(null)));
  }

  private Domain checked(String name, Domain domain) {
    Optional<String> problem = catalogue.problem(name, domain);
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
    return domain;
  }

  private Condition condition(Node node) {
    Map<String, Node> tests = Readers.mapping(node).entries();
    if (tests.size() != 1) {
      throw new IllegalArgumentException(
          node.shown() + " is not one condition, such as {updater: [momentum, nesterov]}");
    }
    String on = tests.keySet().iterator().next();
    Catalogue.Entry tested =
        catalogue
            .find(on)
            .orElseThrow(() -> new IllegalArgumentException("depends on " + catalogue.unknown(on)));
    return condition(tested, tests.values().iterator().next());
  }

  private static Condition condition(Catalogue.Entry tested, Node test) {
    if (test instanceof Node.Mapping mapping) {
      Node least = mapping.entries().get("atLeast");
      if (least == null || mapping.entries().size() != 1) {
        throw new IllegalArgumentException(test.shown() + " is not of the form {atLeast: 3}");
      }
      return new Condition.AtLeast(tested.name(), Readers.number(least));
    }
    List<Value> values =
        test instanceof Node.Items
            ? Readers.list(Readers::value).read(test)
            : List.of(Readers.value(test));
    for (Value value : values) {
      if (!tested.legal().test(value)) {
        throw new IllegalArgumentException(
            "%s is never %s; wanted is %s".formatted(tested.name(), value, tested.wanted()));
      }
    }
    return new Condition.OneOf(tested.name(), values);
  }
}
