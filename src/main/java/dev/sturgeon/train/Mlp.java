package dev.sturgeon.train;

import dev.sturgeon.space.Configuration;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in multi-layer perceptron: hidden layers, then a softmax or, for a number, a linear
 * output. Knows no engine; how it is trained say the {@link TrainingSettings}.
 *
 * <p>With batch norm each hidden layer is: weights without biases, batch norm, activation. Its
 * running averages move by a tenth of the difference at each step; its epsilon is 1e-5.
 *
 * @param units the hidden layers' units, input side first; empty for softmax regression
 * @param activation the hidden layers' activation
 * @param batchNorm whether hidden layers are batch-normalised, before the activation
 * @param dropout probability to drop a hidden layer's output, in [0, 1); inverted dropout: what is
 *     kept is divided by 1 - dropout, so inference needs no change; the input is never dropped
 */
public record Mlp(List<Integer> units, Activation activation, boolean batchNorm, double dropout) {

  /** Copies the list. */
  public Mlp {
    units = List.copyOf(units);
  }

  /**
   * The network of a configuration. What it does not mention has the fallback of {@link
   * MlpCatalogue}; what its other values make inactive, and what is not about this network, is not
   * looked at.
   *
   * @throws IllegalArgumentException if it holds a value that makes no sense; the message names it
   *     and says what would be right
   */
  public static Mlp of(Configuration configuration) {
    Completed complete = Completed.of(configuration, MlpCatalogue.architecture());
    List<Integer> units = units(complete);
    boolean batchNorm = !units.isEmpty() && complete.flag("batchNorm");
    checkBatchNorm(configuration, batchNorm);
    return new Mlp(
        units,
        complete.choice("activation", Activation.values(), Activation::label),
        batchNorm,
        complete.real("dropout"));
  }

  /** Batch norm divides by the mini-batch's variance. */
  static void checkBatchNorm(Configuration configuration, boolean batchNorm) {
    if (batchNorm && TrainingSettings.of(configuration).batchSize() == 1) {
      throw new IllegalArgumentException(
          "batchSize 1 with batchNorm true: one row has no variance; use a batchSize of 2 or more");
    }
  }

  static List<Integer> units(Completed complete) {
    List<Integer> units = new ArrayList<>();
    for (int layer = 1; layer <= complete.integer("hiddenLayers"); layer++) {
      double tapered = complete.integer("units") * Math.pow(complete.real("taper"), layer - 1);
      String own = "units" + layer;
      units.add(complete.has(own) ? complete.integer(own) : (int) Math.max(1, Math.round(tapered)));
    }
    return units;
  }
}
