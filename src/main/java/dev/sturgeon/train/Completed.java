package dev.sturgeon.train;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A configuration with the fallbacks of a catalogue put in where it says nothing. */
final class Completed {
  private final Configuration values;

  private Completed(Configuration values) {
    this.values = values;
  }

  /**
   * Puts the fallbacks in.
   *
   * @throws IllegalArgumentException if the configuration holds a value that its entry forbids
   */
  static Completed of(Configuration configuration, List<CatalogueEntry> entries) {
    Configuration filled = configuration;
    for (CatalogueEntry draft : entries) {
      Catalogue.Entry entry = draft.build();
      if (configuration.has(entry.name())) {
        check(entry, configuration.get(entry.name()));
      } else if (entry.fallback().isPresent()) {
        filled = filled.with(entry.name(), entry.fallback().get());
      }
    }
    return new Completed(filled);
  }

  private static void check(Catalogue.Entry entry, Value value) {
    if (!entry.legal().test(value)) {
      throw new IllegalArgumentException(
          "%s is '%s' but must be %s".formatted(entry.name(), value, entry.wanted()));
    }
  }

  boolean has(String name) {
    return values.has(name);
  }

  Value value(String name) {
    return values.get(name);
  }

  double real(String name) {
    return values.real(name);
  }

  int integer(String name) {
    return values.integer(name);
  }

  String text(String name) {
    return values.text(name);
  }

  boolean flag(String name) {
    return text(name).equals("true");
  }

  <T> T choice(String name, T[] choices, Function<T, String> label) {
    String wanted = text(name);
    return Stream.of(choices)
        .filter(choice -> label.apply(choice).equals(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(name, wanted));
  }

  /** Not met as long as the catalogue allows only what is known here. */
  static IllegalStateException unknown(String name, String value) {
    return new IllegalStateException("no %s is called '%s'".formatted(name, value));
  }
}
