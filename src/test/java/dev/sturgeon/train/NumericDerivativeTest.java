package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class NumericDerivativeTest {

  private static NumericDerivative at(DoubleUnaryOperator function, double x) {
    return NumericDerivative.of(function, x, function.applyAsDouble(x));
  }

  @Test
  void smoothFunctionsHaveTheirSlope() {
    for (double x = -2; x <= 2; x += 0.37) {
      NumericDerivative sine = at(Math::sin, x);
      assertThat(sine.kink()).isFalse();
      assertThat(sine.value()).isCloseTo(Math.cos(x), within(sine.noise()));
      NumericDerivative steep = at(z -> Math.exp(5 * z), x);
      assertThat(steep.kink()).isFalse();
      assertThat(steep.value() / (5 * Math.exp(5 * x))).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void strongBendsAreNoKinks() {
    assertThat(at(x -> 1e4 * x * x, 0).kink()).isFalse();
    assertThat(at(x -> Math.tanh(100 * x), 0.003).kink()).isFalse();
  }

  @Test
  void kinksAreSeenWhereverTheyLieInTheStep() {
    DoubleUnaryOperator relu = x -> 3 + Math.max(0, x);
    for (double x : new double[] {0, 1e-8, -1e-8, 2e-7, -5e-7, 7e-7}) {
      assertThat(at(relu, x).kink()).as("%s", x).isTrue();
    }
  }

  @Test
  void theSmallerStepAvoidsKinksThatAreNotQuiteNear() {
    NumericDerivative beside = at(x -> 3 + Math.max(0, x), 2e-6);
    assertThat(beside.kink()).isFalse();
    assertThat(beside.value()).isCloseTo(1, within(1e-8));
  }

  @Test
  void aFunctionWithoutValuesHasNoSlope() {
    NumericDerivative none = at(x -> x > 0 ? Double.NaN : x, 0);
    assertThat(none.kink()).isFalse();
    assertThat(none.value()).isNaN();
  }
}
