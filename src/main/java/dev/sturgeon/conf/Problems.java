package dev.sturgeon.conf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong while a configuration is read. Belongs to one thread. */
final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  void add(Node.Place place, String message) {
    problems.add(new Problem(place.source(), place.line(), place.key(), message));
  }

  void addAll(Problems others) {
    problems.addAll(others.problems);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Throws what was found, if anything: the file's by line, then the overrides'. */
  void raise() throws ConfigurationException {
    if (!problems.isEmpty()) {
      List<Problem> sorted = new ArrayList<>(problems);
      sorted.sort(Comparator.comparing(Assignment::isSourceOf).thenComparingInt(Problem::line));
      throw new ConfigurationException(sorted);
    }
  }
}
