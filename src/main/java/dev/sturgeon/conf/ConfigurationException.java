package dev.sturgeon.conf;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a configuration cannot be used; tells everything that is wrong with it at once. */
public final class ConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // An immutable list of records of strings.
  private final List<Problem> problems;

  ConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, at least one thing: the file's in its order, then the overrides'. */
  public List<Problem> problems() {
    return problems;
  }
}
