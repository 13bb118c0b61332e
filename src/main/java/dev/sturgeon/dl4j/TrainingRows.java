package dev.sturgeon.dl4j;

import dev.sturgeon.data.Examples;
import dev.sturgeon.train.TrainingSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The training part, handed out in mini-batches. Belongs to one session. */
final class TrainingRows implements AutoCloseable {
  private final Examples examples;
  private final TrainingSettings settings;
  private final int[] starts;
  private int[] order = {};
  private Random variation = new Random(0);

  /** The native arrays by size: one for all, and where the last mini-batch differs its own. */
  private final Map<Integer, MiniBatch> kept = new HashMap<>();

  /**
   * These examples in the settings' mini-batches.
   *
   * @throws IllegalArgumentException if they cannot be augmented as the settings say
   */
  TrainingRows(Examples examples, TrainingSettings settings) {
    settings.augmentation().check(examples.shape());
    this.examples = examples;
    this.settings = settings;
    this.starts = settings.batches(examples.rows());
  }

  int count() {
    return examples.rows();
  }

  int batches() {
    return starts.length - 1;
  }

  /** Begins an epoch; its mini-batches are then taken one after the other. */
  void begin(EpochChance chance) {
    order = chance.order();
    variation = new Random(chance.augmentationSeed());
  }

  /** A mini-batch of this epoch; it holds until the next one is asked for. */
  MiniBatch batch(int number) {
    int size = starts[number + 1] - starts[number];
    MiniBatch batch =
        kept.computeIfAbsent(size, s -> new MiniBatch(examples, settings.augmentation(), s));
    batch.fill(order, starts[number], variation);
    return batch;
  }

  @Override
  public void close() {
    kept.values().forEach(MiniBatch::close);
  }
}
