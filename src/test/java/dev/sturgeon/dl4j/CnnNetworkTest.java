package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.MemoryPlan;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.DivergedException;
import dev.sturgeon.train.SyntheticData;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainingSession;
import dev.sturgeon.train.TrainingState;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How large the networks are, and that they train on varied images. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CnnNetworkTest {
  private static final Configuration SMALL =
      Configuration.of(
          Map.of(
              "filters", Value.of(4L),
              "units", Value.of(7L),
              "batchSize", Value.of(20L)));
  private static final NetworkSize SIZE =
      new NetworkSize("cnn", new Shape(3, 8, 12), new Targets.Labels(new int[50], 5));

  @Test
  void itsSizeIsCountedLayerByLayer() {
    int parameters = (3 * 9 * 4 + 4) + (4 * 9 * 8 + 8) + (8 * 2 * 3 * 7 + 7) + (7 * 5 + 5);
    int first = 2 * 4 * 96 + 4 * 24 + 96 * 3 * 9 + 24 * 4 * 4;
    int second = 2 * 8 * 24 + 8 * 6 + 24 * 4 * 9 + 6 * 8 * 4;
    assertThat(SIZE.of(SMALL))
        .isEqualTo(new MemoryPlan.Network(parameters, first + second + 7 + 5, 20));
  }

  @Test
  void underBatchNormConvolutionsHaveNoBiasButScaleShiftAndAverages() {
    long plain = SIZE.of(SMALL).parameters();
    assertThat(SIZE.of(SMALL.with("batchNorm", Value.of("true"))).parameters())
        .isEqualTo(plain + 3 * (4 + 8 + 7));
  }

  @Test
  void dataThatDoNotSuitAreRefused() {
    NetworkSize flat = new NetworkSize("cnn", Shape.flat(64), new Targets.Labels(new int[50], 5));
    assertThatThrownBy(() -> flat.of(SMALL)).hasMessageContaining("a cnn needs images");
    NetworkSize mlp = new NetworkSize("mlp", Shape.flat(64), new Targets.Labels(new int[50], 5));
    assertThatThrownBy(() -> mlp.of(SMALL.with("shift", Value.of(1L))))
        .hasMessageContaining("shift 1 needs images");
  }

  @Test
  void variedImagesGiveTheSameParametersHoweverTheTrialIsSplit() throws Exception {
    Configuration varied =
        SMALL
            .with("shift", Value.of(1L))
            .with("flip", Value.of("true"))
            .with("noise", Value.of(0.1))
            .with("pooling", Value.of("average"))
            .with("kernel", Value.of(5L));
    TrainingData data = SyntheticData.images(50, 4, 4, 3);
    Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
    try (Trainer trainer = new Dl4jTrainerFactory("cnn").create(data, objective)) {
      float[] atOnce = train(trainer, varied, null, 4).array("parameters");
      TrainingState half = train(trainer, varied, null, 2);
      assertThat(train(trainer, varied, half, 4).array("parameters")).isEqualTo(atOnce);
      assertThat(
              train(trainer, varied.with("flip", Value.of("false")), null, 4).array("parameters"))
          .isNotEqualTo(atOnce);
      trainer.releaseThread();
    }
  }

  private static TrainingState train(
      Trainer trainer, Configuration configuration, @Nullable TrainingState from, int to)
      throws DivergedException {
    try (TrainingSession session = trainer.open(configuration, 1, from)) {
      for (int epoch = from == null ? 1 : from.epoch() + 1; epoch <= to; epoch++) {
        session.trainEpoch(epoch, 0.01);
      }
      return session.state();
    }
  }
}
