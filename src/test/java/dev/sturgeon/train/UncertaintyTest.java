package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.TargetScale;
import dev.sturgeon.data.Targets;
import dev.sturgeon.stats.Interval;
import dev.sturgeon.stats.Share;
import dev.sturgeon.trial.Metric;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UncertaintyTest {

  @Test
  void ofAnAccuracyByWilson() {
    int[] labels = new int[200];
    float[] outputs = new float[400];
    for (int i = 0; i < 200; i++) {
      labels[i] = i % 2;
      int said = i < 180 ? labels[i] : 1 - labels[i];
      outputs[2 * i + said] = 1;
    }
    Targets targets = new Targets.Labels(labels, 2);
    assertThat(Uncertainty.interval95(Metric.ACCURACY, outputs, targets))
        .isEqualTo(new Share(180, 200).interval95());
    assertThat(Uncertainty.standardError(Metric.ACCURACY, outputs, targets))
        .isCloseTo(Math.sqrt(0.9 * 0.1 / 200), within(1e-12));
    // The bootstrap of the same figure under its other name, of classes of one size.
    assertThat(Uncertainty.standardError(Metric.BALANCED_ACCURACY, outputs, targets))
        .isCloseTo(Math.sqrt(0.9 * 0.1 / 200), within(0.003));
  }

  @Test
  void noMistakeOnFewExamplesIsNoCertainty() {
    int[] labels = new int[69];
    float[] outputs = new float[2 * 69];
    for (int i = 0; i < 69; i++) {
      labels[i] = i % 2;
      outputs[2 * i + labels[i]] = 1;
    }
    Targets targets = new Targets.Labels(labels, 2);
    for (Metric metric : List.of(Metric.BALANCED_ACCURACY, Metric.F1_MACRO, Metric.ROC_AUC)) {
      assertThat(Uncertainty.standardError(metric, outputs, targets))
          .isEqualTo(new Share(69, 69).standardError())
          .isPositive();
      assertThat(Uncertainty.interval95(metric, outputs, targets))
          .isEqualTo(new Share(69, 69).interval95());
    }
  }

  @Test
  void ofAnErrorInTheLabelsUnitByTheBootstrap() {
    Random random = new Random(1);
    float[] truth = new float[500];
    float[] outputs = new float[500];
    for (int i = 0; i < 500; i++) {
      truth[i] = (float) random.nextGaussian();
      outputs[i] = truth[i] + (float) random.nextGaussian();
    }
    Targets targets = new Targets.Numbers(truth, new TargetScale(0, 10));
    Interval interval = Uncertainty.interval95(Metric.RMSE, outputs, targets);
    assertThat(interval.includes(10)).isTrue();
    // Of a normal error's root mean square: sigma / sqrt(2 n).
    assertThat(Uncertainty.standardError(Metric.RMSE, outputs, targets))
        .isCloseTo(10 / Math.sqrt(1000), within(0.06));
  }
}
