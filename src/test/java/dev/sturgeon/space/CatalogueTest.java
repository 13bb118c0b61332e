package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
  private static final Condition NESTEROV =
      new Condition.OneOf("updater", List.of(Value.of("nesterov")));
  private static final Domain RATE = RealDomain.of(1e-4, 1, Scale.LOG);

  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              entry("dropout", Value.of(0.2), null, null),
              entry("updater", Value.of("adam"), null, null),
              entry("learningRate", Value.of(0.01), RATE, null),
              entry("momentum", Value.of(0.9), null, NESTEROV),
              entry("clip", null, null, null),
              entry("clipNorm", Value.of(1.0), null, new Condition.AtLeast("clip", 1))));

  @Test
  void choosingNothingGivesTheDefaultSpace() {
    SearchSpace space = CATALOGUE.space(List.of());
    assertThat(names(space)).containsExactly("dropout", "updater", "learningRate", "momentum");
    assertThat(space.hyperparameters().get(2).domain()).isEqualTo(RATE);
    assertThat(space.hyperparameters().get(0).domain()).isEqualTo(new FixedDomain(Value.of(0.2)));
    assertThat(space.defaults().real("learningRate")).isEqualTo(0.01);
    assertThat(space.defaults().has("momentum")).isFalse();
  }

  @Test
  void choosingSomeFixesTheRestInTheCataloguesOrder() {
    Domain momentum = RealDomain.of(0.8, 0.99, Scale.REVERSE_LOG);
    SearchSpace space =
        CATALOGUE.space(
            List.of(
                Hyperparameter.of("momentum", momentum),
                Hyperparameter.of("updater", new FixedDomain(Value.of("nesterov")))));
    assertThat(names(space)).containsExactly("dropout", "updater", "learningRate", "momentum");
    assertThat(space.hyperparameters().get(2).domain().isFixed()).isTrue();
    assertThat(space.hyperparameters().get(3).condition()).isEqualTo(NESTEROV);
    assertThat(space.defaults().real("momentum")).isEqualTo(0.9);
  }

  @Test
  void theDefaultIsTheUsersElseTheFallbackElseTheMiddle() {
    Domain high = RealDomain.of(0.5, 0.9, Scale.LINEAR);
    assertThat(dropout(new Hyperparameter("dropout", high, Value.of(0.6), null))).isEqualTo(0.6);
    assertThat(dropout(Hyperparameter.of("dropout", RealDomain.of(0.1, 0.9, Scale.LINEAR))))
        .isEqualTo(0.2);
    assertThat(dropout(Hyperparameter.of("dropout", high))).isEqualTo(0.7);
  }

  @Test
  void aConditionOnALaterOneMovesTheHyperparameterBehindIt() {
    Condition adam = new Condition.OneOf("updater", List.of(Value.of("adam")));
    Domain range = RealDomain.of(0.1, 0.5, Scale.LINEAR);
    SearchSpace space = CATALOGUE.space(List.of(new Hyperparameter("dropout", range, null, adam)));
    assertThat(names(space)).containsExactly("updater", "dropout", "learningRate", "momentum");
  }

  @Test
  void conditionsThatCanNeverBeTestedAreRefused() {
    Condition self = new Condition.AtLeast("dropout", 0);
    refused(
        new Hyperparameter("dropout", RATE, null, self), "dropout exists only where dropout >=");
    Hyperparameter norm = Hyperparameter.of("clipNorm", RealDomain.of(1, 5, Scale.LINEAR));
    refused(norm, "clipNorm exists only where clip >= 1, which the space does not hold");
    Domain one = new FixedDomain(Value.of(1));
    assertThat(names(CATALOGUE.space(List.of(norm, Hyperparameter.of("clip", one)))))
        .endsWith("clip", "clipNorm");
  }

  @Test
  void unknownNamesAndIllegalValuesAreRefused() {
    refused(
        Hyperparameter.of("learningrat", RATE),
        "unknown hyperparameter 'learningrat'; did you mean 'learningRate'?");
    refused(
        Hyperparameter.of("learningRate", RealDomain.of(0, 1, Scale.LINEAR)),
        "learningRate cannot be 0.0; wanted is something positive");
  }

  @Test
  void everyValueOfADomainIsLookedAt() {
    assertThat(CATALOGUE.problem("clip", IntegerDomain.of(0, 9, Scale.LINEAR)))
        .hasValue("clip cannot be 0; wanted is something positive");
    assertThat(CATALOGUE.problem("clip", new CategoricalDomain(List.of(Value.of(1), Value.of(-1)))))
        .hasValue("clip cannot be -1; wanted is something positive");
    assertThat(CATALOGUE.problem("clip", new FixedDomain(Value.of("no")))).isPresent();
    assertThat(CATALOGUE.problem("clip", RATE)).isEmpty();
    Catalogue even = new Catalogue(List.of(entry("n", CatalogueTest::isEven, null, null, null)));
    assertThat(even.problem("n", IntegerDomain.of(2, 4, Scale.LINEAR))).isPresent();
    assertThat(even.problem("n", new IntegerDomain(2, 4, Scale.LINEAR, 2))).isEmpty();
  }

  @Test
  void aCatalogueChecksItself() {
    Catalogue.Entry clip = CATALOGUE.find("clip").orElseThrow();
    Catalogue.Entry norm = CATALOGUE.find("clipNorm").orElseThrow();
    assertThatThrownBy(() -> new Catalogue(List.of(norm, clip)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("clipNorm is listed before clip");
    assertThatThrownBy(() -> new Catalogue(List.of(clip, clip)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("clip is listed twice");
  }

  private static boolean isPositive(Value value) {
    return (value instanceof Value.Int n && n.value() > 0)
        || (value instanceof Value.Real x && x.value() > 0);
  }

  private static boolean isEven(Value value) {
    return value instanceof Value.Int n && n.value() % 2 == 0;
  }

  private static void refused(Hyperparameter chosen, String said) {
    assertThatThrownBy(() -> CATALOGUE.space(List.of(chosen)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(said);
  }

  private static double dropout(Hyperparameter chosen) {
    return CATALOGUE.space(List.of(chosen)).defaults().real("dropout");
  }

  private static List<String> names(SearchSpace space) {
    return space.hyperparameters().stream().map(Hyperparameter::name).toList();
  }

  private static Catalogue.Entry entry(
      String name,
      @Nullable Value fallback,
      @Nullable Domain searched,
      @Nullable Condition condition) {
    Predicate<Value> legal = name.equals("updater") ? value -> true : CatalogueTest::isPositive;
    return entry(name, legal, fallback, searched, condition);
  }

  private static Catalogue.Entry entry(
      String name,
      Predicate<Value> legal,
      @Nullable Value fallback,
      @Nullable Domain searched,
      @Nullable Condition condition) {
    return new Catalogue.Entry(
        name,
        legal,
        "something positive",
        Optional.ofNullable(fallback),
        Optional.ofNullable(searched),
        Optional.ofNullable(condition));
  }
}
