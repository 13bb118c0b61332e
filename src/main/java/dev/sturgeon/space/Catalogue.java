package dev.sturgeon.space;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The hyperparameters that a network understands, each with what is legal and what is usual.
 *
 * @param entries in the order in which a search space lists them: each after those it depends on
 */
public record Catalogue(List<Entry> entries) {

  /** Copies the list; checks that names differ and that conditions are on earlier entries. */
  public Catalogue {
    entries = List.copyOf(entries);
    Set<String> earlier = new HashSet<>();
    for (Entry entry : entries) {
      String on = entry.condition().map(Condition::on).orElse("");
      if (!on.isEmpty() && !earlier.contains(on)) {
        throw new IllegalArgumentException(entry.name() + " is listed before " + on);
      }
      if (!earlier.add(entry.name())) {
        throw new IllegalArgumentException(entry.name() + " is listed twice");
      }
    }
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
      Optional<Condition> condition) {

    /** Whether it takes numbers between the whole ones, as far as its usual values show. */
    public boolean isReal() {
      return fallback.filter(Value.Real.class::isInstance).isPresent()
          || searched.filter(RealDomain.class::isInstance).isPresent();
    }
  }

  /** The entry of this name. */
  public Optional<Entry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** All names, in order. */
  public List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  /**
   * What is wrong with searching or fixing a hyperparameter so; empty if every value that the
   * domain can give is legal.
   */
  public Optional<String> problem(String name, Domain domain) {
    Optional<Entry> entry = find(name);
    if (entry.isEmpty()) {
      return Optional.of(unknown(name));
    }
    // A walk through the unit interval meets both bounds and, where there are not many, every
    // value.
    return IntStream.rangeClosed(0, 1000)
        .mapToObj(i -> domain.at(i / 1000.0))
        .filter(entry.get().legal().negate())
        .findFirst()
        .map(value -> name + " cannot be " + value + "; wanted is " + entry.get().wanted());
  }

  /** Says that there is no hyperparameter of this name, with the one that was probably meant. */
  public String unknown(String name) {
    return "unknown hyperparameter '" + name + "'; " + Spelling.hint(name, names());
  }

  /**
   * The search space of a study: the chosen hyperparameters, everything else fixed at its fallback,
   * in this catalogue's order as far as conditions allow. Choosing nothing gives the default space.
   *
   * <p>A chosen hyperparameter without a condition has the catalogue's. One without a default has
   * the fallback if its domain holds it, else the middle of the domain.
   *
   * @throws IllegalArgumentException if one is unknown, takes an illegal value, or has a condition
   *     that can never be tested
   */
  public SearchSpace space(List<Hyperparameter> chosen) {
    return new SpaceAssembly(this, chosen).space();
  }
}
