package dev.sturgeon.dl4j;

import dev.sturgeon.data.Examples;
import java.util.HashMap;
import java.util.Map;

/** The training part, handed out in mini-batches. Belongs to one session. */
final class TrainingRows implements AutoCloseable {
  private final Examples examples;
  private final int[] starts;

  /** The native arrays by size: one for all, and where the last mini-batch differs its own. */
  private final Map<Integer, MiniBatch> kept = new HashMap<>();

  TrainingRows(Examples examples, int[] starts) {
    this.examples = examples;
    this.starts = starts;
  }

  int count() {
    return examples.rows();
  }

  int batches() {
    return starts.length - 1;
  }

  /** A mini-batch of the rows in this order; it holds until the next one is asked for. */
  MiniBatch batch(int number, int[] order) {
    int size = starts[number + 1] - starts[number];
    MiniBatch batch = kept.computeIfAbsent(size, s -> new MiniBatch(examples, s));
    batch.fill(order, starts[number]);
    return batch;
  }

  @Override
  public void close() {
    kept.values().forEach(MiniBatch::close);
  }
}
