package dev.sturgeon.conf;

import dev.sturgeon.panda.NudgedSpace;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

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
   * @param ofPanda whether a panda begins with them: it may go on with what another one's nudges
   *     have set
   */
  List<Configuration> read(Optional<SearchSpace> space, boolean ofPanda) {
    List<Configuration> first = new ArrayList<>();
    List<Node.Mapping> mappings = search.find("first", FirstReader::mappings).orElse(List.of());
    for (int i = 0; i < mappings.size(); i++) {
      Map<String, Node> entries = mappings.get(i).entries();
      Map<String, Value> given = values(entries, i);
      if (space.isPresent() && given.size() == entries.size()) {
        NudgedSpace nudged = new NudgedSpace(space.get());
        SortedMap<String, String> wrong =
            ofPanda ? nudged.problems(given) : space.get().problems(given);
        tell(wrong, entries, i);
        if (wrong.isEmpty()) {
          first.add(ofPanda ? nudged.complete(given) : space.get().complete(given));
        }
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

  private void tell(Map<String, String> wrong, Map<String, Node> entries, int index) {
    entries.forEach(
        (name, node) -> {
          String problem = wrong.get(name);
          if (problem != null) {
            problems.add(place(index, name, node), problem);
          }
        });
  }
}
