package dev.sturgeon.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SmoothingTest {

  @Test
  void aCurveThatDoesNotMoveStaysWhereItIs() {
    assertThat(Smoothing.of(0.4, 0.4, 0.4, 0.4))
        .containsExactly(new double[] {0.4, 0.4, 0.4, 0.4}, within(1e-12));
  }

  @Test
  void theFirstValuesAreNotTooSmall() {
    // Weights of the last, the one before, …: 1, 2/3, 4/9, over their sum.
    assertThat(Smoothing.of(1, 2, 4))
        .containsExactly(
            new double[] {1, (2 + 2.0 / 3) / (5.0 / 3), (4 + 4.0 / 3 + 4.0 / 9) / (19.0 / 9)},
            within(1e-12));
  }

  @Test
  void whatIsNotFiniteIsLeftOut() {
    double[] smoothed = Smoothing.of(Double.NaN, 1, Double.POSITIVE_INFINITY, 1);
    assertThat(smoothed[0]).isNaN();
    assertThat(smoothed[1]).isEqualTo(1);
    assertThat(smoothed[3]).isEqualTo(1, within(1e-12));
  }
}
