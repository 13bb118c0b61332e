package dev.sturgeon.bench;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.dl4j.Dl4jTrainerFactory;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainingSession;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.util.Map;
import java.util.Random;

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
    measure("step_64_128_64_10_batch64_us", mlp(128, false), Shape.flat(64), 64, 2000);
    measure("step_64_128_64_10_batch64_batchnorm_us", mlp(128, true), Shape.flat(64), 64, 4500);
    measure("step_784_256_128_10_batch128_us", mlp(256, false), Shape.flat(784), 128, 7000);
    for (int kernel : new int[] {3, 5}) {
      measureCnn(kernel);
    }
  }

  /** Beside the same network with DL4J's own convolutions. */
  private static void measureCnn(int kernel) throws Exception {
    Map<String, Value> values = Map.of("kernel", Value.of((long) kernel));
    Shape shape = new Shape(1, 28, 28);
    String name = "step_cnn_28x28_8_16_kernel" + kernel + "_batch64";
    long ours = measure(name + "_us", new Network("cnn", values), shape, 64, 15_000);
    Network plain = new Network(PlainCnn.class.getName(), values);
    long theirs = measure(name + "_dl4j_us", plain, shape, 64, kernel == 3 ? 50_000 : 120_000);
    Figures.print(name + "_ratio", (double) theirs / ours, ">=2");
  }

  /** A network by name, and what differs from its defaults. */
  private record Network(String name, Map<String, Value> values) {}

  private static Network mlp(int units, boolean batchNorm) {
    return new Network(
        "mlp",
        Map.of(
            "units", Value.of((long) units),
            "taper", Value.of(0.5),
            "batchNorm", Value.of(String.valueOf(batchNorm))));
  }

  private static long measure(String name, Network network, Shape shape, int batch, int aim)
      throws Exception {
    TrainingData data = TrainingData.of(noise(STEPS * batch, shape), noise(64, shape), 1);
    Configuration configuration =
        Configuration.of(network.values()).with("batchSize", Value.of((long) batch));
    Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
    long best = Long.MAX_VALUE;
    try (Trainer trainer = new Dl4jTrainerFactory(network.name()).create(data, objective);
        TrainingSession session = trainer.open(configuration, 1, null)) {
      for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        long start = System.nanoTime();
        session.trainEpoch(epoch, 0.001);
        best = Math.min(best, System.nanoTime() - start);
      }
      trainer.releaseThread();
    }
    System.out.println(name + "=" + best / 1000 / STEPS + " aim=" + aim);
    return best;
  }

  private static Examples noise(int rows, Shape shape) {
    Random random = new Random(rows);
    float[] features = new float[rows * shape.size()];
    int[] labels = new int[rows];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < rows; i++) {
      labels[i] = random.nextInt(10);
    }
    return new Examples(features, shape, new Targets.Labels(labels, 10));
  }
}
