package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ZoomTest {
  private static final SearchSpace RATE =
      new SearchSpace(List.of(Hyperparameter.of("rate", RealDomain.of(1e-4, 1, Scale.LOG))));
  private static final SearchSpace LAYERS =
      new SearchSpace(
          List.of(Hyperparameter.of("hiddenLayers", IntegerDomain.of(1, 3, Scale.LINEAR))));
  private static final SearchSpace UPDATERS =
      new SearchSpace(
          List.of(
              Hyperparameter.of(
                  "updater",
                  new CategoricalDomain(
                      List.of(Value.of("sgd"), Value.of("momentum"), Value.of("adam")))),
              new Hyperparameter(
                  "momentum",
                  RealDomain.of(0.9, 0.99, Scale.REVERSE_LOG),
                  null,
                  new Condition.OneOf("updater", List.of(Value.of("momentum"))))));

  private static Zoom rates(Region from, double... units) {
    List<Configuration> survivors =
        Arrays.stream(units).mapToObj(unit -> RATE.at(new double[] {unit})).toList();
    return Zoom.into(from, survivors, 40);
  }

  private static Region.Range range(Zoom zoom) {
    return (Region.Range) zoom.region().extents().get(0);
  }

  private static void assertRange(Zoom zoom, double low, double high) {
    assertThat(range(zoom).low()).isCloseTo(low, within(1e-9));
    assertThat(range(zoom).high()).isCloseTo(high, within(1e-9));
  }

  @Test
  void aRangeClosesInOnTheSurvivors() {
    Zoom zoom = rates(Region.whole(RATE), 0.2, 0.4, 0.5, 0.6, 0.8);
    assertRange(zoom, 0.2, 0.8);
    assertThat(zoom.reasons())
        .containsExactly("rate 1e-4…1 -> 6.3e-4…0.16: the 5 best of 40 lie there");
  }

  @Test
  void aRangeAtMostHalvesWhereverTheSurvivorsLie() {
    assertRange(rates(Region.whole(RATE), 0.5, 0.5, 0.5), 0.25, 0.75);
    assertRange(rates(Region.whole(RATE), 0.15, 0.15, 0.15), 0, 0.5);
    assertRange(rates(Region.whole(RATE), 0.88, 0.88, 0.88), 0.5, 1);
  }

  @Test
  void aRegionMovesPastAnEdgeWhereSurvivorsCrowd() {
    Region middle = new Region(RATE, List.of(new Region.Range(0.4, 0.8)));
    assertRange(rates(middle, 0.41, 0.42, 0.43, 0.5), 0.3, 0.5);
    assertRange(rates(middle, 0.6, 0.78, 0.79, 0.8), 0.6, 0.9);
    assertRange(rates(middle, 0.05, 0.5, 0.6, 0.7), 0.3, 0.7);
  }

  @Test
  void oneSurvivorOfManyNearAnEdgeIsNoCrowd() {
    assertRange(rates(Region.whole(RATE), 0.05, 0.3, 0.4, 0.5, 0.6), 0.05, 0.6);
  }

  @Test
  void atTheUsersOwnBoundItSaysThatWideningIsAdvised() {
    Zoom zoom = rates(Region.whole(RATE), 0.01, 0.02, 0.3, 0.4);
    assertRange(zoom, 0, 0.5);
    assertThat(zoom.reasons())
        .containsExactly(
            "rate 1e-4…1 -> 1e-4…0.01: the 4 best of 40 lie there;"
                + " many lie at its lower bound 1e-4: try smaller ones too");
    assertThat(rates(Region.whole(RATE), 0.5, 0.6, 0.99, 1).reasons().get(0))
        .endsWith("many lie at its upper bound 1: try larger ones too");
  }

  @Test
  void whereNothingMovesNothingIsSaid() {
    Zoom zoom = rates(new Region(RATE, List.of(new Region.Range(0.2, 0.8))), 0.5, 0.6);
    assertRange(zoom, 0.2, 0.8);
    assertThat(zoom.reasons()).as("two survivors are too few").isEmpty();
  }

  @Test
  void aLaterRegionIsToldAgainstTheWholeSpace() {
    Region middle = new Region(RATE, List.of(new Region.Range(0.2, 0.8)));
    assertThat(rates(middle, 0.3, 0.4, 0.5).reasons())
        .containsExactly("rate 1e-4…1 -> 1e-3…0.016: the 3 best of 40 lie there");
  }

  @Test
  void nobodyIsAdvisedToGoBelowZero() {
    SearchSpace dropout =
        new SearchSpace(List.of(Hyperparameter.of("dropout", RealDomain.of(0, 0.5, Scale.LINEAR))));
    List<Configuration> low =
        Stream.of(0.0, 0.01, 0.02).map(at -> dropout.at(new double[] {at})).toList();
    assertThat(Zoom.into(Region.whole(dropout), low, 9).reasons())
        .containsExactly("dropout 0.0…0.5 -> 0.0…0.25: the 3 best of 9 lie there");
  }

  @Test
  void ofAConditionalOneOnlyThoseThatHaveItAreCounted() {
    Configuration adam = Configuration.of(Map.of("updater", Value.of("adam")));
    Configuration momentum = UPDATERS.at(new double[] {0.5, 0.5});
    List<Configuration> survivors = List.of(adam, momentum, adam, momentum, momentum);
    assertThat(Zoom.into(Region.whole(UPDATERS), survivors, 12).reasons())
        .anyMatch(said -> said.startsWith("momentum ") && said.contains("3 of the 5 best of 12"));
  }

  @Test
  void choicesWithoutSurvivorsAreDroppedAndConditionalOnesWait() {
    Configuration adam = Configuration.of(Map.of("updater", Value.of("adam")));
    Configuration momentum = UPDATERS.at(new double[] {0.5, 0.5});
    Zoom zoom = Zoom.into(Region.whole(UPDATERS), List.of(adam, momentum, adam), 12);
    assertThat(zoom.reasons())
        .containsExactly(
            "updater [sgd, momentum, adam] -> [momentum, adam]: the 3 best of 12 lie there");
    for (double unit = 0; unit <= 1; unit += 0.01) {
      Configuration drawn = zoom.region().at(new double[] {unit, unit});
      assertThat(drawn.text("updater")).isNotEqualTo("sgd");
    }
    assertThat(zoom.region().extents().get(1)).isEqualTo(new Region.Range(0, 1));
  }

  @Test
  void aChoiceComesBackWithASurvivor() {
    Region adamOnly =
        new Region(
            UPDATERS,
            List.of(new Region.Choices(List.of(Value.of("adam"))), new Region.Range(0, 1)));
    Configuration sgd = Configuration.of(Map.of("updater", Value.of("sgd")));
    Zoom zoom = Zoom.into(adamOnly, List.of(sgd, sgd, sgd), 12);
    assertThat(zoom.region().at(new double[] {0.9, 0.5}).text("updater")).isEqualTo("sgd");
  }

  @Test
  void ofFewValuesTheLastOneIsTheEdge() {
    Zoom zoom = layers(Region.whole(LAYERS), 3, 3, 3, 3, 3);
    assertRange(zoom, 0.5, 1);
    assertThat(zoom.reasons())
        .containsExactly(
            "hiddenLayers 1…3 -> 2…3: the 5 best of 40 lie there;"
                + " many lie at its upper bound 3: try larger ones too");
    assertThat(layers(Region.whole(LAYERS), 1, 1, 1, 2, 3).reasons())
        .as("below one layer there is nothing to try")
        .isEmpty();
    assertThat(layers(Region.whole(LAYERS), 1, 2, 2, 3, 3).reasons()).isEmpty();
  }

  @Test
  void aRegionOfFewValuesReachesPastItsLastOne() {
    Region low = new Region(LAYERS, List.of(new Region.Range(0, 0.65)));
    assertThat(range(layers(low, 2, 2, 2, 2, 1)).high()).isGreaterThan(0.8);
    assertThat(range(layers(low, 1, 1, 2, 1, 2)).high()).isLessThanOrEqualTo(0.65);
  }

  private static Zoom layers(Region from, long... layers) {
    List<Configuration> survivors =
        Arrays.stream(layers)
            .mapToObj(n -> Configuration.of(Map.of("hiddenLayers", Value.of(n))))
            .toList();
    return Zoom.into(from, survivors, 40);
  }

  @ParameterizedTest
  @MethodSource("domains")
  void aHundredRoundsAroundOneValueKeepARangeAroundIt(Domain domain) {
    SearchSpace space = new SearchSpace(List.of(Hyperparameter.of("x", domain)));
    for (double unit : new double[] {0, 0.3, 0.71, 1}) {
      Value best = domain.at(unit);
      Configuration survivor = Configuration.of(Map.of("x", best));
      Zoom zoom = new Zoom(Region.whole(space), List.of());
      for (int round = 1; round < 100; round++) {
        zoom = Zoom.into(zoom.region(), List.of(survivor, survivor, survivor), 3 * round);
      }
      assertThat(range(zoom).low()).isLessThanOrEqualTo(domain.unitOf(best));
      assertThat(range(zoom).high()).isGreaterThanOrEqualTo(domain.unitOf(best));
      assertThat(range(zoom).width()).isBetween(1e-6 - 1e-12, domain.share(best) + 1e-5);
    }
  }

  static Stream<Domain> domains() {
    return Stream.of(
        RealDomain.of(1e-4, 1, Scale.LOG),
        new RealDomain(0, 0.5, Scale.LINEAR, 0.1),
        IntegerDomain.of(1, 3, Scale.LINEAR),
        IntegerDomain.of(1, 1000, Scale.LOG),
        new PowersOfTwo(8, 512));
  }
}
