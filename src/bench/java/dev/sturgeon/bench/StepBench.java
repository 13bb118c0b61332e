package dev.sturgeon.bench;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.dl4j.Dl4jTrainerFactory;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainingSession;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.util.Random;
import java.util.TreeMap;

/**
 * What one mini-batch step costs: the best of several epochs, in microseconds, on one thread.
 *
 * <p>Wants {@code OMP_NUM_THREADS=1} and {@code OPENBLAS_NUM_THREADS=1}.
 */
public final class StepBench {
  private static final int STEPS = 200;
  private static final int EPOCHS = 12;

  private StepBench() {}

  /** Prints a line for each network. */
  public static void main(String[] args) throws Exception {
    measure("step_64_128_64_10_batch64_us", 64, 128, 0.5, 64, false, 2000);
    measure("step_64_128_64_10_batch64_batchnorm_us", 64, 128, 0.5, 64, true, 4500);
    measure("step_784_256_128_10_batch128_us", 784, 256, 0.5, 128, false, 7000);
  }

  private static void measure(
      String name, int columns, int units, double taper, int batch, boolean batchNorm, int aim)
      throws Exception {
    Examples train = noise(STEPS * batch, columns);
    TrainingData data = TrainingData.of(train, noise(64, columns), 1);
    Configuration network =
        new Configuration(new TreeMap<>())
            .with("units", Value.of((long) units))
            .with("taper", Value.of(taper))
            .with("batchSize", Value.of((long) batch))
            .with("batchNorm", Value.of(String.valueOf(batchNorm)));
    Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
    long best = Long.MAX_VALUE;
    try (Trainer trainer = new Dl4jTrainerFactory("mlp").create(data, objective);
        TrainingSession session = trainer.open(network, 1, null)) {
      for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        long start = System.nanoTime();
        session.trainEpoch(epoch, 0.001);
        best = Math.min(best, System.nanoTime() - start);
      }
      trainer.releaseThread();
    }
    System.out.println(name + "=" + best / 1000 / STEPS + " aim=" + aim);
  }

  private static Examples noise(int rows, int columns) {
    Random random = new Random(rows);
    float[] features = new float[rows * columns];
    int[] labels = new int[rows];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < rows; i++) {
      labels[i] = random.nextInt(10);
    }
    return Examples.ofClasses(features, labels, columns, 10);
  }
}
