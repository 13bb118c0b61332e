package dev.sturgeon.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GaussianProcessTest {
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of(
                  "kind", new CategoricalDomain(List.of(Value.of("a"), Value.of("b")))),
              new Hyperparameter(
                  "x",
                  RealDomain.of(0, 1, Scale.LINEAR),
                  null,
                  new Condition.OneOf("kind", List.of(Value.of("b"))))));
  private static final double[] A = {0.25, Double.NaN};

  private static double[] b(double x) {
    return new double[] {0.75, x};
  }

  private static GaussianProcess of(Observation... observed) {
    return new GaussianProcess(new Kernel(SPACE), List.of(observed), 1e-6);
  }

  @Test
  void repeatsWhatItWasToldAndIsSureOfIt() {
    GaussianProcess process = of(new Observation(b(0.2), 1, 1.5), new Observation(b(0.8), 1, -0.5));
    assertThat(process.at(b(0.2), 1).mean()).isCloseTo(1.5, within(1e-3));
    assertThat(process.at(b(0.2), 1).deviation()).isLessThan(0.01);
    assertThat(process.mean(b(0.8), 1)).isCloseTo(-0.5, within(1e-3));
  }

  @Test
  void farFromAllItKnowsItExpectsTheUsualAndIsNotSure() {
    GaussianProcess process = of(new Observation(b(0.0), 0, 2));
    assertThat(process.at(b(1.0), 0).mean()).isBetween(0.0, 0.2);
    assertThat(process.at(b(1.0), 0).deviation()).isGreaterThan(0.95);
    assertThat(process.at(b(0.1), 0).mean()).isGreaterThan(process.at(b(0.3), 0).mean());
  }

  @Test
  void anotherChoiceIsAnotherPlaceAndWhatIsInactiveMakesNoDifference() {
    GaussianProcess process = of(new Observation(A, 0, 2));
    assertThat(process.mean(A, 0)).isCloseTo(2, within(1e-3));
    assertThat(process.mean(b(0.5), 0)).isLessThan(0.5).isEqualTo(process.mean(b(0.9), 0));
  }

  @Test
  void resultsAtFewEpochsSayLessOfMany() {
    GaussianProcess process = of(new Observation(b(0.5), Math.log(2), 2));
    double soon = process.mean(b(0.5), Math.log(6));
    double late = process.mean(b(0.5), Math.log(54));
    assertThat(soon).isBetween(1.5, 2.0);
    assertThat(late).isBetween(0.2, 1.0);
  }

  @Test
  void aPointKnownTwiceIsNoProblem() {
    GaussianProcess process =
        new GaussianProcess(
            new Kernel(SPACE),
            List.of(new Observation(b(0.5), 0, 1), new Observation(b(0.5), 0, 2)),
            0);
    assertThat(process.mean(b(0.5), 0)).isFinite();
  }
}
