package dev.sturgeon.conf;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A small network's hyperparameters, one of each sort. */
final class TestCatalogue {
  private static final Condition AVERAGING = oneOf("updater", "momentum", "nesterov");
  private static final Domain RATE = RealDomain.of(1e-4, 1e-1, Scale.LOG);
  private static final Domain BATCH = new PowersOfTwo(16, 256);
  private static final Domain UPDATERS =
      new CategoricalDomain(List.of(Value.of("adam"), Value.of("nesterov")));

  static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              whole("hiddenLayers", 1, 8, 2, IntegerDomain.of(1, 3, Scale.LINEAR), null),
              whole("units", 1, 4096, 64, null, null),
              whole("units3", 1, 4096, null, null, new Condition.AtLeast("hiddenLayers", 3)),
              names("activation", List.of("relu", "tanh"), null),
              names("batchNorm", List.of("false", "true"), null),
              number("dropout", 0, 0.95, 0.0, null, null),
              whole("batchSize", 1, 65536, 64, BATCH, null),
              names("updater", List.of("adam", "momentum", "nesterov"), UPDATERS),
              number("learningRate", 1e-9, 100, 0.001, RATE, null),
              number("momentum", 0, 0.99999, 0.9, null, AVERAGING),
              number("beta1", 0, 0.99999, 0.9, null, oneOf("updater", "adam")),
              number("beta2", 0, 0.99999, 0.999, null, oneOf("updater", "adam")),
              number("epsilon", 1e-30, 1, 1e-8, null, oneOf("updater", "adam")),
              number("l2", 0, 100, 0, null, null),
              names("decay", List.of("none", "cosine"), null),
              whole("earlyStopping", 0, 1000, null, null, null)));

  private TestCatalogue() {}

  private static Catalogue.Entry whole(
      String name,
      long low,
      long high,
      @Nullable Integer fallback,
      @Nullable Domain searched,
      @Nullable Condition condition) {
    return new Catalogue.Entry(
        name,
        value -> value instanceof Value.Int n && n.value() >= low && n.value() <= high,
        "a whole number from " + low + " to " + high,
        Optional.ofNullable(fallback).map(Value::of),
        Optional.ofNullable(searched),
        Optional.ofNullable(condition));
  }

  private static Catalogue.Entry number(
      String name,
      double low,
      double high,
      double fallback,
      @Nullable Domain searched,
      @Nullable Condition condition) {
    Domain legal = RealDomain.of(low, high, Scale.LINEAR);
    return new Catalogue.Entry(
        name,
        legal::contains,
        "a number from " + low + " to " + high,
        Optional.of(Value.of(fallback)),
        Optional.ofNullable(searched),
        Optional.ofNullable(condition));
  }

  private static Catalogue.Entry names(String name, List<String> names, @Nullable Domain searched) {
    Predicate<Value> legal = value -> names.contains(value.toString());
    return new Catalogue.Entry(
        name,
        legal,
        "one of " + names,
        Optional.of(Value.of(names.get(0))),
        Optional.ofNullable(searched),
        Optional.empty());
  }

  static Condition oneOf(String on, String... values) {
    return new Condition.OneOf(on, Arrays.stream(values).map(Value::of).toList());
  }
}
