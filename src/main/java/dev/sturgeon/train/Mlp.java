package dev.sturgeon.train;

import dev.sturgeon.space.Configuration;
import java.util.List;

/**
 * All settings of the built-in multi-layer perceptron: hidden layers, softmax output, mean
 * cross-entropy, mini-batch gradient descent. Knows no engine.
 *
 * <p>With batch norm each hidden layer is: weights without biases, batch norm, activation. Its
 * running averages move by a tenth of the difference at each step; its epsilon is 1e-5.
 *
 * @param units the hidden layers' units, input side first; empty for softmax regression
 * @param activation the hidden layers' activation
 * @param weightInit how all weights are drawn
 * @param batchNorm whether hidden layers are batch-normalised, before the activation
 * @param dropout probability to drop a hidden layer's output, in [0, 1); inverted dropout: what is
 *     kept is divided by 1 - dropout, so inference needs no change; the input is never dropped
 * @param l2 weight of the penalty l2 / 2 * (sum of squared weights), on weights only, not on biases
 *     or batch norm's parameters. The course writes lambda / 2m, with m training examples: l2 =
 *     lambda / m
 * @param batchSize rows of a mini-batch, or {@link #FULL}
 * @param updater how a gradient becomes a step
 * @param learningRate the initial learning rate, above 0
 * @param decay how it falls
 * @param gradientClip largest L2 norm of the gradient of one layer's weights and biases; 0 for none
 * @param earlyStopping epochs without gain on the dev part after which training ends; 0 for never
 */
public record Mlp(
    List<Integer> units,
    Activation activation,
    WeightInit weightInit,
    boolean batchNorm,
    double dropout,
    double l2,
    int batchSize,
    Updater updater,
    double learningRate,
    Decay decay,
    double gradientClip,
    int earlyStopping) {

  /** The mini-batch size that means the whole training part. */
  public static final int FULL = Integer.MAX_VALUE;

  /** Copies the list and checks what no single value can get wrong. */
  public Mlp {
    units = List.copyOf(units);
    if (batchNorm && batchSize == 1) {
      throw new IllegalArgumentException(
          "batchSize 1 with batchNorm true: one row has no variance; use a batchSize of 2 or more");
    }
  }

  /**
   * The settings of a configuration. What it does not mention has the fallback of {@link
   * MlpCatalogue}; what its other values make inactive is not looked at.
   *
   * @throws IllegalArgumentException if it names an unknown hyperparameter or holds a value that
   *     makes no sense; the message names both and says what would be right
   */
  public static Mlp of(Configuration configuration) {
    return new MlpReader(configuration).read();
  }

  /**
   * How many weights and biases there are, batch norm's four per unit included; exact up to 2^53,
   * and the largest {@code long} where it does not fit one.
   */
  public long parameters(int columns, int classes) {
    double count = 0;
    double inputs = columns;
    for (int width : units) {
      count += inputs * width + (batchNorm ? 4.0 : 1.0) * width;
      inputs = width;
    }
    return (long) (count + (inputs + 1) * classes);
  }

  /** How many numbers one row makes on its way; batch norm makes three of each unit's one. */
  public long activations(int classes) {
    long hidden = units.stream().mapToLong(Integer::longValue).sum();
    return (batchNorm ? 3 : 1) * hidden + classes;
  }

  /**
   * Cuts rows into mini-batches.
   *
   * @return the first row of each mini-batch, then the number of rows; the last mini-batch may be
   *     smaller, but under batch norm a last one of a single row joins its neighbour
   */
  public int[] batches(int rows) {
    int size = Math.min(batchSize, rows);
    int count = (rows + size - 1) / size;
    if (batchNorm && count > 1 && rows % size == 1) {
      count--;
    }
    int[] starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i] = i * size;
    }
    starts[count] = rows;
    return starts;
  }
}
