package dev.sturgeon.train;

import dev.sturgeon.space.Catalogue;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A catalogue's entry in the making; immutable, each step gives a new one. */
record CatalogueEntry(
    String name,
    Predicate<Value> legal,
    String wanted,
    Optional<Value> fallback,
    Optional<Domain> searched,
    Optional<Condition> condition) {

  static CatalogueEntry entry(String name) {
    return new CatalogueEntry(
        name, value -> true, "", Optional.empty(), Optional.empty(), Optional.empty());
  }

  Catalogue.Entry build() {
    return new Catalogue.Entry(name, legal, wanted, fallback, searched, condition);
  }

  CatalogueEntry positive() {
    return number(x -> x > 0, "a number above 0");
  }

  CatalogueEntry notNegative() {
    return number(x -> x >= 0, "a number, 0 or more");
  }

  CatalogueEntry fraction() {
    return number(x -> x >= 0 && x < 1, "a number from 0 to below 1");
  }

  CatalogueEntry share() {
    return number(x -> x > 0 && x <= 1, "a number above 0, at most 1");
  }

  CatalogueEntry integer(int low, int high) {
    return legal(
        value -> isInteger(value, low, high),
        "a whole number, " + (high == Integer.MAX_VALUE ? low + " or more" : low + " to " + high));
  }

  CatalogueEntry among(int... numbers) {
    return legal(
        value -> IntStream.of(numbers).anyMatch(number -> isInteger(value, number, number)),
        "one of " + Arrays.toString(numbers));
  }

  CatalogueEntry batchSize() {
    return legal(
        value -> isInteger(value, 1, Integer.MAX_VALUE - 1) || value.equals(Value.of("full")),
        "a whole number, 1 or more, or 'full'");
  }

  CatalogueEntry choices(List<String> names) {
    return legal(
        value -> value instanceof Value.Text text && names.contains(text.value()),
        "one of " + names);
  }

  CatalogueEntry flag() {
    return choices(List.of("true", "false"));
  }

  CatalogueEntry fallback(double value) {
    return fallback(Value.of(value));
  }

  CatalogueEntry fallback(int value) {
    return fallback(Value.of((long) value));
  }

  CatalogueEntry fallback(String value) {
    return fallback(Value.of(value));
  }

  CatalogueEntry searched(Domain domain) {
    return new CatalogueEntry(name, legal, wanted, fallback, Optional.of(domain), condition);
  }

  CatalogueEntry searchedAmong(String... names) {
    return searched(new CategoricalDomain(texts(names)));
  }

  CatalogueEntry where(String on, String... names) {
    return where(new Condition.OneOf(on, texts(names)));
  }

  CatalogueEntry whereLayers(int least) {
    return where(new Condition.AtLeast("hiddenLayers", least));
  }

  private CatalogueEntry where(Condition when) {
    return new CatalogueEntry(name, legal, wanted, fallback, searched, Optional.of(when));
  }

  private CatalogueEntry fallback(Value value) {
    return new CatalogueEntry(name, legal, wanted, Optional.of(value), searched, condition);
  }

  private CatalogueEntry number(DoublePredicate test, String words) {
    return legal(
        value ->
            (value instanceof Value.Real real && test.test(real.value()))
                || (value instanceof Value.Int integer && test.test(integer.value())),
        words);
  }

  private CatalogueEntry legal(Predicate<Value> test, String words) {
    return new CatalogueEntry(name, test, words, fallback, searched, condition);
  }

  private static boolean isInteger(Value value, long low, long high) {
    return value instanceof Value.Int integer && integer.value() >= low && integer.value() <= high;
  }

  private static List<Value> texts(String... names) {
    return Stream.of(names).map(Value::of).toList();
  }
}
