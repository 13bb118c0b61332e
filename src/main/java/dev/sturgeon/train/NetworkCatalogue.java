package dev.sturgeon.train;

import static dev.sturgeon.train.CatalogueEntry.entry;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hyperparameters of a network that is not built in: those of training, then its own.
 *
 * <p>A study may give its own ones other numbers than their usual domains hold, but only choices
 * that are there.
 */
public final class NetworkCatalogue {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private NetworkCatalogue() {}

  /**
   * The catalogue.
   *
   * @param own a network's own hyperparameters; each is searched in its domain by default
   * @throws IllegalArgumentException if a name is no name, is taken, or a condition is on a
   *     hyperparameter that does not come before
   */
  public static Catalogue of(List<Hyperparameter> own) {
    Set<String> taken = trainingNames();
    List<Catalogue.Entry> entries = new ArrayList<>();
    TrainingCatalogue.entries().forEach(training -> entries.add(training.build()));
    for (Hyperparameter hyperparameter : own) {
      String name = hyperparameter.name();
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "'%s' is no name; use letters, digits and _".formatted(name));
      }
      if (taken.contains(name)) {
        throw new IllegalArgumentException(
            "'%s' is a hyperparameter of training; choose another name".formatted(name));
      }
      entries.add(build(hyperparameter));
    }
    return new Catalogue(entries);
  }

  /** The catalogue of a network that a study was searched with, as far as its space shows it. */
  public static Catalogue recorded(SearchSpace space) {
    Set<String> training = trainingNames();
    return of(space.hyperparameters().stream().filter(h -> !training.contains(h.name())).toList());
  }

  private static Set<String> trainingNames() {
    return TrainingCatalogue.entries().stream()
        .map(CatalogueEntry::name)
        .collect(Collectors.toSet());
  }

  private static Catalogue.Entry build(Hyperparameter own) {
    CatalogueEntry entry = legal(own).fallback(own.defaultValue());
    entry = own.domain().isFixed() ? entry : entry.searched(own.domain());
    return (own.condition() == null ? entry : entry.where(own.condition())).build();
  }

  private static CatalogueEntry legal(Hyperparameter own) {
    Domain domain = own.domain();
    if (domain instanceof CategoricalDomain) {
      return entry(own.name()).legal(domain::contains, domain.toString());
    }
    Value value = own.defaultValue();
    if (domain instanceof FixedDomain && value instanceof Value.Text) {
      return entry(own.name()).legal(Value.Text.class::isInstance, "a text");
    }
    if (domain instanceof RealDomain || value instanceof Value.Real) {
      return entry(own.name()).legal(v -> !(v instanceof Value.Text), "a number");
    }
    return entry(own.name()).legal(Value.Int.class::isInstance, "a whole number");
  }
}
