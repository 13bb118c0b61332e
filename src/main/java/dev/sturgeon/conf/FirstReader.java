package dev.sturgeon.conf;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the configurations that a search begins with. */
final class FirstReader {
  private final Section search;
  private final Problems problems;

  FirstReader(Section search, Problems problems) {
    this.search = search;
    this.problems = problems;
  }

  /**
   * The configurations, what they leave out put in.
   *
   * @param space what they are of; empty if it had a problem itself: then only their form is read
   */
  List<Configuration> read(Optional<SearchSpace> space) {
    List<Configuration> first = new ArrayList<>();
    for (Node.Mapping mapping : search.find("first", FirstReader::mappings).orElse(List.of())) {
      Map<String, Value> given = values(mapping);
      if (space.isPresent() && given.size() == mapping.entries().size()) {
        configuration(space.get(), mapping, given).ifPresent(first::add);
      }
    }
    return first;
  }

  private static List<Node.Mapping> mappings(Node node) {
    if (!(node instanceof Node.Items)) {
      throw new IllegalArgumentException(
          node.shown() + " is not a list of configurations, such as [{learningRate: 0.01}]");
    }
    return Readers.list(FirstReader::mapping).read(node);
  }

  private static Node.Mapping mapping(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw new IllegalArgumentException(
        node.shown() + " is not a configuration, such as {learningRate: 0.01}");
  }

  private Map<String, Value> values(Node.Mapping mapping) {
    Map<String, Value> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, node) -> {
              try {
                values.put(name, Readers.value(node));
              } catch (IllegalArgumentException e) {
                problems.add(node.place(), Section.message(e));
              }
            });
    return values;
  }

  private Optional<Configuration> configuration(
      SearchSpace space, Node.Mapping mapping, Map<String, Value> given) {
    Map<String, String> wrong = space.problems(given);
    mapping
        .entries()
        .forEach(
            (name, node) -> {
              String problem = wrong.get(name);
              if (problem != null) {
                problems.add(node.place(), problem);
              }
            });
    return wrong.isEmpty() ? Optional.of(space.complete(given)) : Optional.empty();
  }
}
