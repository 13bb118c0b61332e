package dev.sturgeon.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Random;

/**
 * What a search may see: the train and dev parts, already preprocessed. The test part is not here.
 *
 * <p>Goes to each executor once and is shared, read-only, by its trials.
 *
 * @param train what networks are fitted to
 * @param dev what they are judged on
 * @param probe a fixed subset of train, as large as dev, on which train figures are taken
 */
public record TrainingData(Examples train, Examples dev, Examples probe) implements Serializable {

  /** Checks that the parts have the same form and the same targets. */
  public TrainingData {
    if (!train.shape().equals(dev.shape())
        || train.targets().outputs() != dev.targets().outputs()
        || train.targets().getClass() != dev.targets().getClass()) {
      throw new IllegalArgumentException("train and dev parts differ in shape or targets");
    }
  }

  /** Draws the probe: the same rows of the training part for the same seed. */
  public static TrainingData of(Examples train, Examples dev, long seed) {
    int[] order = new int[train.rows()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(seed);
    int size = Math.min(dev.rows(), train.rows());
    for (int i = 0; i < size; i++) {
      int j = i + random.nextInt(order.length - i);
      int chosen = order[j];
      order[j] = order[i];
      order[i] = chosen;
    }
    int[] rows = Arrays.copyOf(order, size);
    Arrays.sort(rows);
    return new TrainingData(train, dev, train.rows(rows));
  }

  /** The form of one example. */
  public Shape shape() {
    return train.shape();
  }

  /** How many numbers a network says of each example. */
  public int outputs() {
    return train.targets().outputs();
  }

  /** The sets of examples a network is scored on during training. */
  public enum Part {
    /** The fixed subset of the training part. */
    PROBE,
    /** The dev part. */
    DEV
  }

  /** The examples of a part. */
  public Examples part(Part part) {
    return part == Part.DEV ? dev : probe;
  }
}
