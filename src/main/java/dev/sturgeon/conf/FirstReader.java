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
    List<Node.Mapping> mappings = search.find("first", FirstReader::mappings).orElse(List.of());
    for (int i = 0; i < mappings.size(); i++) {
      Map<String, Node> entries = mappings.get(i).entries();
      Map<String, Value> given = values(entries, i);
      if (space.isPresent() && given.size() == entries.size()) {
        configuration(space.get(), entries, given, i).ifPresent(first::add);
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

  private Map<String, Value> values(Map<String, Node> entries, int index) {
    Map<String, Value> values = new LinkedHashMap<>();
    entries.forEach(
        (name, node) -> {
          try {
            values.put(name, Readers.value(node));
          } catch (IllegalArgumentException e) {
            problems.add(place(index, name, node), Section.message(e));
          }
        });
    return values;
  }

  /** Of one of several, which may all stand in the same line. */
  private static Node.Place place(int index, String name, Node node) {
    Node.Place place = node.place();
    return new Node.Place(
        place.source(), place.line(), "search.first[%d].%s".formatted(index, name));
  }

  private Optional<Configuration> configuration(
      SearchSpace space, Map<String, Node> entries, Map<String, Value> given, int index) {
    Map<String, String> wrong = space.problems(given);
    entries.forEach(
        (name, node) -> {
          String problem = wrong.get(name);
          if (problem != null) {
            problems.add(place(index, name, node), problem);
          }
        });
    return wrong.isEmpty() ? Optional.of(space.complete(given)) : Optional.empty();
  }
}
