package dev.sturgeon.conf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A part of a YAML document that knows where it was written. */
sealed interface Node permits Node.Scalar, Node.Items, Node.Mapping {

  /** Where it was written. */
  Place place();

  /** How it is written, shortly, for messages. */
  String shown();

  /** Whether nothing stands after the key. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  /**
   * Where a node was written.
   *
   * @param source the file, or the option of the command line
   * @param line from 1; 0 in an option
   * @param key the dotted path of the key
   */
  record Place(String source, int line, String key) {

    /** The place of an entry of the mapping at this place. */
    Place child(String name, int itsLine) {
      return new Place(source, itsLine, key.isEmpty() ? name : key + "." + name);
    }
  }

  /** What YAML takes a scalar for. */
  enum Kind {
    /** A whole or a real number. */
    NUMBER,
    /** True, also written yes or on. */
    TRUE,
    /** False, also written no or off. */
    FALSE,
    /** Nothing. */
    NULL,
    /** Everything else, and all that is quoted. */
    TEXT
  }

  /**
   * A single value.
   *
   * @param text as it is written, without quotes
   */
  record Scalar(Place place, Kind kind, String text) implements Node {
    private static final int LONGEST = 100;

    @Override
    public String shown() {
      if (isNull()) {
        return "nothing";
      }
      return "'" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…") + "'";
    }
  }

  /** A list. */
  record Items(Place place, List<Node> nodes) implements Node {
    public Items {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String shown() {
      return nodes.stream().map(Node::shown).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** Keys with their values, in the order written. */
  record Mapping(Place place, Map<String, Node> entries) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String shown() {
      return entries.keySet().stream().collect(Collectors.joining(", ", "{", "}"));
    }

    /**
     * This mapping with a node put in at a path of keys. Where the path leads through something
     * that is no mapping, that is replaced.
     */
    Mapping with(List<String> path, Node node) {
      String name = path.get(0);
      Node changed = node;
      if (path.size() > 1) {
        Mapping inner =
            entries.get(name) instanceof Mapping mapping
                ? mapping
                : new Mapping(
                    new Place(node.place().source(), 0, place.child(name, 0).key()), Map.of());
        changed = inner.with(path.subList(1, path.size()), node);
      }
      Map<String, Node> more = new LinkedHashMap<>(entries);
      more.put(name, changed);
      return new Mapping(place, more);
    }
  }
}
