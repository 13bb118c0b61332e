package dev.sturgeon.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory a study's data and networks need, worked out before the first trial. An estimate on
 * the safe side, in bytes; what does not fit into a {@code long} is the largest one.
 *
 * @param driverHeap heap of the driver
 * @param executorHeap heap of each executor
 * @param offHeap memory outside the heap of each executor, for native arrays
 */
public record MemoryPlan(long driverHeap, long executorHeap, long offHeap) {
  /** Spark keeps this much of every heap for itself (its "reserved memory"). */
  static final long RESERVED = 300L << 20;

  /** Above this share of what there is, the rest of the program has too little. */
  private static final double LIMIT = 0.8;

  /** Native copies of a trial's parameters: themselves, gradient, two moments, work. */
  private static final int NATIVE_COPIES = 6;

  /**
   * Copies on the heap, at worst: the state, the best state and the bytes of a checkpoint, each
   * with two moments; gradient and update, whose norms are taken.
   */
  private static final int HEAP_COPIES = 11;

  /** Numbers a unit needs for each row of a step: output, its input again, and the error. */
  private static final int STEP_COPIES = 3;

  /** So many rows are scored at once. */
  private static final int SCORED_AT_ONCE = 2048;

  /**
   * The size of the data.
   *
   * @param trainRows rows of the training part
   * @param devRows rows of the dev part
   * @param columns features per row after preprocessing
   * @param outputs numbers a network says of each row
   */
  public record Sizes(long trainRows, long devRows, int columns, int outputs) {}

  /**
   * The size of a network in training.
   *
   * @param parameters weights and biases
   * @param units numbers that one row makes on its way through all layers
   * @param batchRows rows of a mini-batch
   */
  public record Network(long parameters, long units, long batchRows) {

    /** The larger one of each figure. */
    public Network max(Network other) {
      return new Network(
          Math.max(parameters, other.parameters),
          Math.max(units, other.units),
          Math.max(batchRows, other.batchRows));
    }
  }

  /**
   * What there is.
   *
   * @param driverHeap the driver's largest heap
   * @param executorHeap an executor's largest heap
   * @param offHeap what an executor may take outside its heap
   * @param shared whether driver and executor are one JVM, and both heaps the same one
   */
  public record Available(long driverHeap, long executorHeap, long offHeap, boolean shared) {}

  /**
   * Works out what a study needs.
   *
   * @param data its data
   * @param network its largest network
   * @param concurrentTrials trials an executor trains at once
   */
  public static MemoryPlan of(Sizes data, Network network, int concurrentTrials) {
    // The probe is as large as the dev part.
    double scoredRows = 2.0 * data.devRows();
    double arrays = floats(data.trainRows() + scoredRows, data.columns() + 1.0);
    double row = data.columns() + (double) data.outputs();
    // The last mini-batch may have a size, and so arrays, of its own.
    double batch = floats(Math.min(2.0 * network.batchRows(), data.trainRows()), row);
    double step = floats((double) STEP_COPIES * network.batchRows(), network.units());
    double scoring = floats(Math.min(data.devRows(), SCORED_AT_ONCE), network.units());
    double scores = floats(scoredRows, data.outputs());
    double stored = floats(HEAP_COPIES, network.parameters());
    double trained = floats(NATIVE_COPIES, network.parameters());
    // Driver: raw values as doubles next to the arrays, later the broadcast's blocks instead, and
    // the best network at the end. Executor: the blocks as they arrive and the arrays made of them.
    return new MemoryPlan(
        (long) (RESERVED + 3 * arrays + stored),
        (long) (RESERVED + 2 * arrays + concurrentTrials * (batch + scores + stored)),
        (long)
            (floats(scoredRows, data.columns())
                + concurrentTrials * (batch + step + scoring + trained)));
  }

  private static double floats(double rows, double columns) {
    return Float.BYTES * rows * columns;
  }

  /** Heap of a JVM that is driver and executor at once; Spark's own share is there once. */
  public long sharedHeap() {
    return (long) ((double) driverHeap + executorHeap - RESERVED);
  }

  /** What is over 80 % of what there is: one message each, with the figures and the remedy. */
  public List<String> problems(Available available) {
    List<String> problems = new ArrayList<>();
    if (available.shared()) {
      check(
          problems,
          "the heap that driver and executor share",
          sharedHeap(),
          available.driverHeap(),
          "raise spark.driver.memory (--driver-memory)");
    } else {
      check(
          problems,
          "the driver's heap",
          driverHeap,
          available.driverHeap(),
          "raise spark.driver.memory (--driver-memory)");
      check(
          problems,
          "each executor's heap",
          executorHeap,
          available.executorHeap(),
          "raise spark.executor.memory (--executor-memory)");
    }
    check(
        problems,
        "native memory outside each executor's heap",
        offHeap,
        available.offHeap(),
        "lower batchSize or units, train fewer trials at once per executor, or raise the native"
            + " limit (and spark.executor.memoryOverhead)");
    return problems;
  }

  private static void check(
      List<String> problems, String where, double needed, long available, String remedy) {
    if (needed > LIMIT * available) {
      problems.add(
          "the data and networks need %s of %s, over 80 %% of the %s there are: %s"
              .formatted(megabytes(needed), where, megabytes(available), remedy));
    }
  }

  /** Bytes in words, rounded up. */
  public static String megabytes(double bytes) {
    return (long) Math.ceil(bytes / (1 << 20)) + " MB";
  }
}
