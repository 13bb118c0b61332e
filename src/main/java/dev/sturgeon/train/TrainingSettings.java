package dev.sturgeon.train;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;

/**
 * How a network is trained, whatever network it is: mini-batch gradient descent with these
 * settings. Knows no engine.
 *
 * @param batchSize rows of a mini-batch, or {@link #FULL}
 * @param updater how a gradient becomes a step
 * @param learningRate the initial learning rate, above 0
 * @param decay how it falls
 * @param weightInit how weights are drawn
 * @param weightStd their standard deviation, above 0, where {@code weightInit} is {@code gaussian}
 * @param l2 weight of the penalty l2 / 2 * (sum of squared weights), on weights only, not on biases
 *     or batch norm's parameters. The course writes lambda / 2m, with m training examples: l2 =
 *     lambda / m
 * @param gradientClip largest L2 norm of the gradient of one layer's weights and biases; 0 for none
 * @param earlyStopping epochs without gain on the dev part after which training ends; 0 for never
 * @param augmentation how the training part's examples are varied
 */
public record TrainingSettings(
    int batchSize,
    Updater updater,
    double learningRate,
    Decay decay,
    WeightInit weightInit,
    double weightStd,
    double l2,
    double gradientClip,
    int earlyStopping,
    Augmentation augmentation) {

  /** The mini-batch size that means the whole training part. */
  public static final int FULL = Integer.MAX_VALUE;

  /**
   * The settings of a configuration. What it does not mention has the fallback of {@link
   * TrainingCatalogue}; what its other values make inactive, and what is not about training, is not
   * looked at.
   *
   * @throws IllegalArgumentException if it holds a value that makes no sense; the message names it
   *     and says what would be right
   */
  public static TrainingSettings of(Configuration configuration) {
    Completed complete = Completed.of(configuration, TrainingCatalogue.entries());
    return new TrainingSettings(
        complete.value("batchSize") instanceof Value.Text ? FULL : complete.integer("batchSize"),
        updater(complete),
        complete.real("learningRate"),
        new Decay(
            complete.choice("decay", Decay.Rule.values(), Decay.Rule::label),
            complete.real("decayRate"),
            complete.integer("decayEvery")),
        complete.choice("weightInit", WeightInit.values(), WeightInit::label),
        complete.real("weightStd"),
        complete.real("l2"),
        complete.real("gradientClip"),
        complete.integer("earlyStopping"),
        new Augmentation(complete.integer("shift"), complete.flag("flip"), complete.real("noise")));
  }

  private static Updater updater(Completed complete) {
    String name = complete.text("updater");
    return switch (name) {
      case "sgd" -> new Updater.Sgd();
      case "momentum" -> new Updater.Momentum(complete.real("momentum"));
      case "nesterov" -> new Updater.Nesterov(complete.real("momentum"));
      case "rmsprop" -> new Updater.RmsProp(complete.real("beta2"), complete.real("epsilon"));
      case "adam" ->
          new Updater.Adam(
              complete.real("beta1"), complete.real("beta2"), complete.real("epsilon"));
      default -> throw Completed.unknown("updater", name);
    };
  }

  /**
   * Cuts rows into mini-batches.
   *
   * @return the first row of each mini-batch, then the number of rows; the last mini-batch may be
   *     smaller, but a last one of a single row, which has no variance for batch norm, joins its
   *     neighbour
   */
  public int[] batches(int rows) {
    int size = Math.min(batchSize, rows);
    int count = (rows + size - 1) / size;
    if (size > 1 && count > 1 && rows % size == 1) {
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
