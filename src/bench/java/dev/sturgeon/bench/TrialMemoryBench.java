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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;

/**
 * Whether memory stays flat over 500 trials of two epochs in one JVM: the growth of the resident
 * set after the first 100, in percent. Linux only.
 *
 * <p>Wants a fixed heap that is touched at the start ({@code -Xms256m -Xmx256m
 * -XX:+AlwaysPreTouch}), so that the heap's own growth is not taken for a leak.
 */
public final class TrialMemoryBench {
  private static final int TRIALS = 500;

  private TrialMemoryBench() {}

  /** Prints the figure. */
  public static void main(String[] args) throws Exception {
    TrainingData data = TrainingData.of(noise(1257, 1), noise(270, 2), 3);
    Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
    long early = 0;
    try (Trainer trainer = new Dl4jTrainerFactory().create(data, objective)) {
      for (int trial = 1; trial <= TRIALS; trial++) {
        run(trainer, trial);
        if (trial == 100) {
          early = residentKilobytes();
        }
      }
      trainer.releaseThread();
    }
    System.out.println("rss_after_100_trials_mb=" + early / 1024 + " aim=none");
    double growth = 100.0 * (residentKilobytes() - early) / early;
    System.out.println("rss_growth_trials_100_to_500_percent=" + growth + " aim=10");
  }

  private static void run(Trainer trainer, int trial) throws Exception {
    Configuration network =
        new Configuration(new TreeMap<>())
            .with("units", Value.of(16L + trial % 100))
            .with("batchNorm", Value.of(String.valueOf(trial % 2 == 0)))
            .with("batchSize", Value.of(16L << trial % 4));
    try (TrainingSession session = trainer.open(network, trial, null)) {
      session.trainEpoch(1, 0.003);
      session.trainEpoch(2, 0.003);
      session.probabilities(TrainingData.Part.DEV);
    }
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static Examples noise(int rows, long seed) {
    Random random = new Random(seed);
    float[] features = new float[rows * 64];
    int[] labels = new int[rows];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < rows; i++) {
      labels[i] = random.nextInt(10);
    }
    return new Examples(features, labels, 64, 10);
  }
}
