package dev.sturgeon.conf;

import java.util.List;
import java.util.Optional;

/**
 * One {@code --set key=value} of the command line.
 *
 * @param path the key, part by part
 * @param value what it is set to; nothing for the default
 */
record Assignment(List<String> path, Node value) {
  private static final String SOURCE = "--set";

  /** Whether it is an override that is wrong, not the file. */
  static boolean isSourceOf(Problem problem) {
    return problem.source().equals(SOURCE);
  }

  /** Reads {@code key=value}, the value as YAML; empty if there was a problem. */
  static Optional<Assignment> parse(String assignment, Problems problems) {
    int equals = assignment.indexOf('=');
    List<String> path = List.of(assignment.substring(0, Math.max(equals, 0)).split("\\.", -1));
    if (path.stream().anyMatch(String::isBlank)) {
      problems.add(
          new Node.Place(SOURCE, 0, ""),
          "'" + assignment + "' is not of the form search.maxTrials=100");
      return Optional.empty();
    }
    Problems found = new Problems();
    Node.Place place = new Node.Place(SOURCE, 0, String.join(".", path));
    Optional<Node> value = YamlTree.read(place, assignment.substring(equals + 1), found);
    problems.addAll(found);
    return found.isEmpty()
        ? Optional.of(
            new Assignment(path, value.orElse(new Node.Scalar(place, Node.Kind.NULL, ""))))
        : Optional.empty();
  }
}
