package dev.sturgeon.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a search space together from what a study chose and what the catalogue says. */
final class SpaceAssembly {
  private final Catalogue catalogue;
  private final Map<String, Hyperparameter> chosen = new LinkedHashMap<>();

  SpaceAssembly(Catalogue catalogue, List<Hyperparameter> chosen) {
    this.catalogue = catalogue;
    for (Hyperparameter h : chosen) {
      Optional<String> problem = catalogue.problem(h.name(), h.domain());
      if (problem.isPresent()) {
        throw new IllegalArgumentException(problem.get());
      }
      if (this.chosen.put(h.name(), h) != null) {
        throw new IllegalArgumentException("hyperparameter '" + h.name() + "' is given twice");
      }
    }
  }

  /** Always takes the first one whose condition can be tested; those that never can be are left. */
  SearchSpace space() {
    List<Hyperparameter> waiting = new ArrayList<>();
    catalogue.entries().forEach(entry -> hyperparameter(entry).ifPresent(waiting::add));
    List<Hyperparameter> placed = new ArrayList<>();
    Set<String> known = new HashSet<>();
    Optional<Hyperparameter> next = ready(waiting, known);
    while (next.isPresent()) {
      waiting.remove(next.get());
      placed.add(next.get());
      known.add(next.get().name());
      next = ready(waiting, known);
    }
    for (Hyperparameter left : waiting) {
      if (chosen.containsKey(left.name())) {
        throw new IllegalArgumentException(
            "%s exists only where %s, which the space does not hold or which depends on %s in turn"
                .formatted(left.name(), left.condition(), left.name()));
      }
    }
    return new SearchSpace(placed);
  }

  private static Optional<Hyperparameter> ready(List<Hyperparameter> waiting, Set<String> known) {
    return waiting.stream()
        .filter(h -> h.condition() == null || known.contains(h.condition().on()))
        .findFirst();
  }

  private Optional<Hyperparameter> hyperparameter(Catalogue.Entry entry) {
    Condition usual = entry.condition().orElse(null);
    Hyperparameter own = chosen.get(entry.name());
    if (own != null) {
      Condition condition = own.condition() != null ? own.condition() : usual;
      return Optional.of(complete(entry, own.domain(), own.standard(), condition));
    }
    Optional<Domain> searched = chosen.isEmpty() ? entry.searched() : Optional.empty();
    return searched
        .or(() -> entry.fallback().map(FixedDomain::new))
        .map(domain -> complete(entry, domain, null, usual));
  }

  private static Hyperparameter complete(
      Catalogue.Entry entry,
      Domain domain,
      @Nullable Value standard,
      @Nullable Condition condition) {
    Value first =
        standard != null
            ? standard
            : entry.fallback().filter(domain::contains).orElseGet(() -> domain.at(0.5));
    return new Hyperparameter(entry.name(), domain, first, condition);
  }
}
