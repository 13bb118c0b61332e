package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.SyntheticData;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainingSession;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;

/**
 * A network that starts from a builder of its own still draws its weights from the trial's seed.
 */
final class OwnSeedTest {

  /** Forgets the context's builder, and so the seed. */
  public static final class Forgetful implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      return Blueprint.of(
          new NeuralNetConfiguration.Builder()
              .updater(context.updater())
              .list()
              .layer(new DenseLayer.Builder().nOut(5).build())
              .layer(context.output().build())
              .setInputType(context.inputType())
              .build());
    }
  }

  @Test
  void theTrialsSeedDecidesAlone() throws Exception {
    assertThat(parameters(1)).isEqualTo(parameters(1)).isNotEqualTo(parameters(2));
  }

  private static float[] parameters(long seed) throws Exception {
    Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
    try (Trainer trainer =
            new Dl4jTrainerFactory(Forgetful.class.getName())
                .create(SyntheticData.blobs(30, 4, 2), objective);
        TrainingSession session = trainer.open(Configuration.of(Map.of()), seed, null)) {
      // Seeds taken from the clock differ after a moment.
      Thread.sleep(5);
      return session.state().array("parameters");
    }
  }
}
