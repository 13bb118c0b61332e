package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GradientReportTest {

  private static GradientTally tally(double analytic, double numeric, double noise) {
    GradientTally tally = new GradientTally();
    tally.add(analytic, new NumericDerivative(numeric, noise, false));
    return tally;
  }

  @Test
  void theBoundsAreTheCourses() {
    assertThat(tally(1, 1 + 1e-7, 0).verdict()).isEqualTo(GradientVerdict.GOOD);
    assertThat(tally(1, 1 + 3e-7, 0).verdict()).isEqualTo(GradientVerdict.SUSPICIOUS);
    assertThat(tally(1, 1 + 1.9e-3, 0).verdict()).isEqualTo(GradientVerdict.SUSPICIOUS);
    assertThat(tally(1, 1 + 2.1e-3, 0).verdict()).isEqualTo(GradientVerdict.WRONG);
    assertThat(tally(1, -1, 0).difference()).isEqualTo(1);
  }

  @Test
  void theDifferenceIsOneOfNorms() {
    GradientTally tally = tally(3, 3, 0);
    tally.add(4, new NumericDerivative(4.5, 0, false));
    assertThat(tally.difference()).isEqualTo(0.5 / (5 + Math.hypot(3, 4.5)));
    assertThat(tally.count()).isEqualTo(2);
  }

  @Test
  void nothingOnBothSidesIsGoodAndNoNumberIsWrong() {
    assertThat(tally(0, 0, 0).verdict()).isEqualTo(GradientVerdict.GOOD);
    assertThat(tally(Double.NaN, 1, 1).verdict()).isEqualTo(GradientVerdict.WRONG);
    assertThat(tally(1, Double.NaN, 1).verdict()).isEqualTo(GradientVerdict.WRONG);
  }

  @Test
  void whatRoundingCanMakeIsGood() {
    assertThat(tally(0, 1e-10, 2e-10).verdict()).isEqualTo(GradientVerdict.GOOD);
    assertThat(tally(0, 3e-10, 2e-10).verdict()).isEqualTo(GradientVerdict.WRONG);
  }

  @Test
  void whatIsNotAboveTheRoundingSaysNothing() {
    assertThat(tally(5e-10, 6e-10, 1e-9).isFaint()).isTrue();
    assertThat(tally(0, 0, 0).isFaint()).isTrue();
    assertThat(tally(9e-10, -9e-10, 1e-9).isFaint()).isTrue();
    assertThat(tally(9e-10, -9e-10, 1e-9).verdict()).isEqualTo(GradientVerdict.GOOD);
    assertThat(tally(1.5e-9, 6e-10, 1e-9).isFaint()).isTrue();
    assertThat(tally(0.1, 0.1, 1e-9).isFaint()).isFalse();
    assertThat(tally(0.1, 0, 1e-9).isFaint()).isFalse();
    assertThat(tally(Double.NaN, 0, 1e-9).isFaint()).isFalse();
  }

  private static ParameterGradient array(String name, int checked, int kinks, double difference) {
    return new ParameterGradient(
        "0 (DenseLayer)",
        name,
        60,
        checked,
        kinks,
        difference,
        GradientVerdict.on(difference),
        false,
        new ParameterGradient.Entry(List.of(1L, 2L), 0.5, 0.25));
  }

  private static GradientStage stage(ParameterGradient... arrays) {
    return GradientStage.of("at initialisation", 1, tally(1, 1, 0), List.of(arrays));
  }

  @Test
  void oneWrongArrayIsEnoughAndIsNamed() {
    GradientReport report =
        GradientReport.of(
            List.of(stage(array("W", 50, 0, 1e-9), array("b", 40, 10, 0.3))), List.of());
    assertThat(report.verdict()).isEqualTo(GradientVerdict.WRONG);
    assertThat(report.sentences())
        .containsExactly(
            "at initialisation: difference 0.0 (wrong); 90 of 120 entries compared, 10 left out at"
                + " kinks",
            "layer 0 (DenseLayer), b: difference 0.30 (wrong); furthest off is entry [1, 2],"
                + " 0.500000 by back-propagation, 0.250000 by the loss",
            "back-propagation goes wrong first in layer 0 (DenseLayer)");
  }

  @Test
  void anArrayThatHidesAtKinksEverywhereIsSuspicious() {
    GradientStage hidden = stage(array("b", 10, 40, 0));
    GradientStage seen = stage(array("b", 50, 0, 0));
    assertThat(GradientReport.of(List.of(hidden, seen), List.of()).verdict())
        .isEqualTo(GradientVerdict.GOOD);
    GradientReport report = GradientReport.of(List.of(hidden, hidden), List.of());
    assertThat(report.verdict()).isEqualTo(GradientVerdict.SUSPICIOUS);
    assertThat(report.notes())
        .containsExactly(
            "most entries of layer 0 (DenseLayer), b lie at kinks of the loss and could not be"
                + " compared");
  }

  @Test
  void anArrayTooFaintEverywhereIsSuspicious() {
    ParameterGradient faint =
        new ParameterGradient("0 (Own)", "b", 4, 4, 0, 0, GradientVerdict.GOOD, true, null);
    GradientStage seen = stage(array("W", 50, 0, 0));
    assertThat(GradientReport.of(List.of(stage(faint), seen), List.of()).verdict())
        .isEqualTo(GradientVerdict.GOOD);
    GradientReport report = GradientReport.of(List.of(stage(faint), stage(faint)), List.of());
    assertThat(report.verdict()).isEqualTo(GradientVerdict.SUSPICIOUS);
    assertThat(report.notes())
        .containsExactly(
            "the gradient of layer 0 (Own), b is too small to tell from rounding and could not be"
                + " compared");
  }

  @Test
  void aStageThatIsMissingIsSuspicious() {
    GradientReport report =
        GradientReport.of(List.of(stage(array("W", 50, 0, 0))), List.of("the loss is NaN"));
    assertThat(report.verdict()).isEqualTo(GradientVerdict.SUSPICIOUS);
    assertThat(report.notes()).containsExactly("the loss is NaN");
  }
}
