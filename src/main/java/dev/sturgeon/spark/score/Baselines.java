package dev.sturgeon.spark.score;

import dev.sturgeon.data.Targets;
import dev.sturgeon.data.TrainingData;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** The simple models every network is compared with, fitted to the same training part. */
public final class Baselines {

  private Baselines() {}

  /**
   * The simplest answer there is, then a linear model. Each is fitted when it is asked for, and
   * throws where that fails.
   */
  public static List<Supplier<Baseline>> of(SparkSession spark, TrainingData data) {
    return List.of(() -> simplest(data), () -> new LinearModel(spark, data).baseline());
  }

  private static Baseline simplest(TrainingData data) {
    return data.train().targets() instanceof Targets.Labels labels
        ? majorityClass(labels, data.dev().rows())
        : mean((Targets.Numbers) data.train().targets(), data.dev().rows());
  }

  /** Always the shares of the classes in the training part, so always the largest class. */
  private static Baseline majorityClass(Targets.Labels train, int rows) {
    int[] counts = train.counts();
    float[] probabilities = new float[rows * counts.length];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = (float) counts[i % counts.length] / train.rows();
    }
    return new Baseline("majority class", probabilities);
  }

  private static Baseline mean(Targets.Numbers train, int rows) {
    double sum = 0;
    for (float scaled : train.scaled()) {
      sum += scaled;
    }
    float[] always = new float[rows];
    Arrays.fill(always, (float) (sum / train.rows()));
    return new Baseline("mean", always);
  }
}
