package dev.sturgeon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Metric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DiagnosisTest {

  private static String of(
      Metric metric, double simplest, double train, double dev, @Nullable Double target) {
    StudyState state = ReportSamples.trained(metric, simplest, train, dev, target);
    return Diagnosis.of(state).orElseThrow();
  }

  @Test
  void aGapBetweenTrainAndDevIsVariance() {
    assertThat(of(Metric.ACCURACY, 0.1, 0.999, 0.95, null))
        .isEqualTo("variance: train 0.9990, dev 0.9500 – more data, L2, dropout, augmentation.");
    assertThat(of(Metric.RMSE, 20, 0.1, 4, null)).startsWith("variance: train 0.1000, dev 4.0000");
  }

  @Test
  void aTrainingScoreFarFromTheGoalIsBias() {
    assertThat(of(Metric.ACCURACY, 0.1, 0.85, 0.845, null))
        .isEqualTo(
            "bias: train 0.8500, dev 0.8450"
                + " – a bigger network, more epochs, another architecture.");
    assertThat(of(Metric.R2, 0, 0.5, 0.5, null)).startsWith("bias");
    assertThat(of(Metric.MAE, 10, 6, 6.01, null)).startsWith("bias");
  }

  @Test
  void theLargerOfTheTwoComesFirst() {
    assertThat(of(Metric.ACCURACY, 0.1, 0.9, 0.7, null))
        .startsWith("variance")
        .endsWith("augmentation; then bias too.");
    assertThat(of(Metric.ACCURACY, 0.1, 0.7, 0.65, null))
        .startsWith("bias")
        .endsWith("architecture; then variance too.");
  }

  @Test
  void theTargetIsWhatCanBeReached() {
    assertThat(of(Metric.ACCURACY, 0.1, 0.86, 0.855, 0.86))
        .isEqualTo("neither bias nor variance: train 0.8600, dev 0.8550, target 0.8600.");
  }

  @Test
  void withoutATrialOrABaselineThereIsNothingToSay() {
    assertThat(Diagnosis.of(ReportSamples.empty())).isEmpty();
    assertThat(Diagnosis.of(ReportSamples.trained(Metric.ACCURACY, 1, 1, 1, null))).isEmpty();
  }
}
