package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.DivergedException;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainingSession;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Objective.ClassWeights;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * At the optimum of softmax regression the weighted mean of the predicted probability equals the
 * weighted share of the class, since the gradient of the bias is then zero.
 */
final class ClassWeightsTest {
  /** One row in ten is of class 1; the dev part's size makes the probe the whole training part. */
  private static final TrainingData DATA = TrainingData.of(part(1), part(2), 3);

  @Test
  void withoutWeightsTheMeanProbabilityIsTheClassesShare() throws DivergedException {
    assertThat(meanOfClassOne(ClassWeights.NONE, 1, 1)).isCloseTo(0.1, within(0.003));
  }

  @Test
  void balancedWeightsMakeTheClassesEquallyHeavy() throws DivergedException {
    assertThat(meanOfClassOne(ClassWeights.BALANCED, 10 / 18.0, 10 / 2.0))
        .isCloseTo(0.5, within(0.003));
  }

  private static double meanOfClassOne(ClassWeights weights, double... weightOf)
      throws DivergedException {
    Objective objective = new Objective(Metric.BALANCED_ACCURACY, weights);
    Configuration network =
        new Configuration(new TreeMap<>())
            .with("hiddenLayers", Value.of(0L))
            .with("batchSize", Value.of("full"));
    try (Trainer trainer = new Dl4jTrainerFactory("mlp").create(DATA, objective);
        TrainingSession session = trainer.open(network, 1, null)) {
      for (int epoch = 1; epoch <= 200; epoch++) {
        session.trainEpoch(epoch, 0.1);
      }
      float[] probabilities = session.outputs(TrainingData.Part.PROBE);
      double sum = 0;
      for (int row = 0; row < DATA.probe().rows(); row++) {
        sum +=
            weightOf[dev.sturgeon.train.SyntheticData.labels(DATA.probe()).classOf()[row]]
                * probabilities[2 * row + 1];
      }
      return sum / DATA.probe().rows();
    }
  }

  private static Examples part(long seed) {
    Random random = new Random(seed);
    float[] features = new float[1000];
    int[] labels = new int[500];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = row % 10 == 0 ? 1 : 0;
      features[2 * row] = (float) (random.nextGaussian() + 1.2 * labels[row]);
      features[2 * row + 1] = (float) random.nextGaussian();
    }
    return Examples.ofClasses(features, labels, 2, 2);
  }
}
