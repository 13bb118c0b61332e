package dev.sturgeon.train;

import dev.sturgeon.data.Examples;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.Objective;
import java.io.Serializable;
import java.util.Random;

/**
 * Which network's gradient to check, and on what.
 *
 * @param network its name, as configurations have it
 * @param configuration its hyperparameters
 * @param sample examples of the training part; the check takes the first {@code rows}, and the
 *     training steps before the second check take mini-batches of as many from all of them
 * @param rows rows of a mini-batch
 * @param objective decides the loss; balanced class weights are those of the sample, so that a
 *     class without a row in it counts for nothing
 * @param seed where initial weights and the choice of entries come from
 */
public record GradientQuestion(
    String network,
    Configuration configuration,
    Examples sample,
    int rows,
    Objective objective,
    long seed)
    implements Serializable {
  /** Mini-batches in a sample. */
  private static final int BATCHES = 8;

  /** Checks that there are rows enough for one mini-batch. */
  public GradientQuestion {
    if (rows < 1 || rows > sample.rows()) {
      throw new IllegalArgumentException(
          "a mini-batch of %d rows is wanted where there are %d".formatted(rows, sample.rows()));
    }
  }

  /** The question with a small sample drawn from a training part. */
  public static GradientQuestion drawn(
      String network,
      Configuration configuration,
      Examples train,
      int rows,
      Objective objective,
      long seed) {
    int size = Math.min(train.rows(), BATCHES * rows);
    int[] chosen = new Random(seed).ints(0, train.rows()).distinct().limit(size).toArray();
    return new GradientQuestion(
        network, configuration, train.rows(chosen), Math.min(rows, size), objective, seed);
  }
}
