package dev.sturgeon.conf;

import dev.sturgeon.data.Secrets;
import dev.sturgeon.space.Spelling;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One section of a configuration while it is read.
 *
 * <p>Reading never stops at a bad value: that becomes a problem and counts as absent. Every key
 * that is asked for is known; {@link #done} finds those that were never asked for.
 */
final class Section {
  private final Node.Mapping mapping;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  Section(Node.Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The node of a key; empty where the key is absent or has nothing behind it. */
  Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.entries().get(key)).filter(node -> !node.isNull());
  }

  /** The value of a key; empty where it is absent or wrong. */
  <T> Optional<T> find(String key, Readers.Reader<T> reader) {
    Optional<Node> node = node(key);
    try {
      return node.map(reader::read);
    } catch (IllegalArgumentException e) {
      boolean secret = Secrets.isSecret(key) && node.orElseThrow() instanceof Node.Scalar;
      problems.add(
          node.orElseThrow().place(),
          secret ? "has a value that is not right here" : Secrets.inMessage(message(e)));
      return Optional.empty();
    }
  }

  /** The value of a key that must be there. */
  <T> Optional<T> require(String key, String wanted, Readers.Reader<T> reader) {
    if (node(key).isEmpty()) {
      problem(key, "is missing; give " + wanted);
    }
    return find(key, reader);
  }

  /** A section inside this one; an empty one where it is absent or wrong. */
  Section section(String key) {
    Node.Mapping empty = new Node.Mapping(place(key), Map.of());
    return new Section(find(key, Readers::mapping).orElse(empty), problems);
  }

  /** Tells a problem with a key of this section, present or not. */
  void problem(String key, String message) {
    problems.add(place(key), message);
  }

  /** Tells a problem with this section as a whole. */
  void problem(String message) {
    problems.add(mapping.place(), message);
  }

  /** Tells a problem of every key that was never asked for. */
  void done() {
    mapping
        .entries()
        .forEach(
            (key, node) -> {
              if (!known.contains(key)) {
                problems.add(node.place(), "unknown key; " + Spelling.hint(key, known));
              }
            });
  }

  /** Where a key stands; an absent one has the line of its section, at the top level none. */
  private Node.Place place(String key) {
    Node node = mapping.entries().get(key);
    if (node != null) {
      return node.place();
    }
    Node.Place here = mapping.place();
    return here.child(key, here.key().isEmpty() ? 0 : here.line());
  }

  static String message(IllegalArgumentException e) {
    return String.valueOf(e.getMessage());
  }
}
