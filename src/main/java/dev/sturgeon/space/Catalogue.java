package dev.sturgeon.space;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The hyperparameters that a network understands, each with what is legal and what is usual.
 *
 * @param entries in the order in which a search space lists them: each after those it depends on
 */
public record Catalogue(List<Entry> entries) {

  /** Copies the list. */
  public Catalogue {
    entries = List.copyOf(entries);
  }

  /**
   * One hyperparameter that is understood.
   *
   * @param name its name
   * @param legal whether a value makes sense at all
   * @param wanted what is legal, in words: "a number above 0"
   * @param fallback the value when a study's space does not mention it; empty if it is then absent
   * @param searched its domain in the default space; empty if it is not searched there
   * @param condition when it exists
   */
  public record Entry(
      String name,
      Predicate<Value> legal,
      String wanted,
      Optional<Value> fallback,
      Optional<Domain> searched,
      Optional<Condition> condition) {}

  /** The entry of this name. */
  public Optional<Entry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** All names, in order. */
  public List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }
}
