package dev.sturgeon.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GridTest {
  private static final Hyperparameter RATE =
      Hyperparameter.of("rate", RealDomain.of(1e-4, 1, Scale.LOG));
  private static final Hyperparameter UNITS =
      Hyperparameter.of("units", IntegerDomain.of(1, 3, Scale.LOG));
  private static final Hyperparameter UPDATER =
      Hyperparameter.of(
          "updater", new CategoricalDomain(List.of(Value.of("sgd"), Value.of("momentum"))));
  private static final Hyperparameter MOMENTUM =
      new Hyperparameter(
          "momentum",
          RealDomain.of(0.9, 0.99, Scale.REVERSE_LOG),
          null,
          new Condition.OneOf("updater", List.of(Value.of("momentum"))));

  private static List<Configuration> points(int most, Hyperparameter... hyperparameters) {
    return Grid.of(new SearchSpace(List.of(hyperparameters)), most).points();
  }

  @Test
  void realNumbersAreSpreadOnTheirScaleWithBothEnds() {
    assertThat(points(3, RATE))
        .extracting(point -> Math.round(1e6 * point.real("rate")) / 1e6)
        .containsExactly(1e-4, 0.01, 1.0);
    assertThat(points(1, RATE)).hasSize(1);
    assertThat(points(1, RATE).get(0).real("rate")).isCloseTo(0.01, within(1e-9));
  }

  @Test
  void fewWholeNumbersAreAllTakenAndNoneTwice() {
    assertThat(points(50, UNITS)).extracting(p -> p.integer("units")).containsExactly(1, 2, 3);
    Hyperparameter powers = Hyperparameter.of("batch", new PowersOfTwo(2, 64));
    assertThat(points(50, powers))
        .extracting(p -> p.integer("batch"))
        .containsExactly(2, 4, 8, 16, 32, 64);
    assertThat(points(3, powers)).extracting(p -> p.integer("batch")).containsExactly(2, 16, 64);
    Hyperparameter steps = Hyperparameter.of("dropout", new RealDomain(0, 0.3, Scale.LINEAR, 0.1));
    assertThat(points(9, steps))
        .extracting(p -> p.real("dropout"))
        .containsExactly(0.0, 0.1, 0.2, 0.3);
  }

  @Test
  void allCombinationsAreMadeAndAsManyAsFit() {
    assertThat(points(9, RATE, UNITS)).hasSize(9);
    assertThat(points(14, RATE, UNITS))
        .as("four learning rates, three units each")
        .hasSize(12)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsInactiveMakesNoFurtherPoints() {
    List<Configuration> points = points(4, UPDATER, MOMENTUM);
    assertThat(points).hasSize(4).doesNotHaveDuplicates();
    assertThat(points.stream().filter(point -> point.text("updater").equals("sgd")))
        .singleElement()
        .satisfies(point -> assertThat(point.has("momentum")).isFalse());
  }

  @Test
  void choicesAreNeverLeftOut() {
    assertThat(points(1, UPDATER, RATE)).hasSize(2);
  }
}
