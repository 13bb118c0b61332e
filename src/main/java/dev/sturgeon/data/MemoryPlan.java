package dev.sturgeon.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory a study's data and networks need, worked out before the first trial. An estimate on
 * the safe side, in bytes.
 *
 * @param driverHeap heap of the driver
 * @param executorHeap heap of each executor
 * @param offHeap memory outside the heap of each executor, for native arrays
 */
public record MemoryPlan(long driverHeap, long executorHeap, long offHeap) {
  /** Spark keeps this much of every heap for itself (its "reserved memory"). */
  private static final long RESERVED = 300L << 20;

  /** Above this share of what there is, the rest of the program has too little. */
  private static final double LIMIT = 0.8;

  /** Copies of a network's parameters per trial: itself, gradient, two moments, best, work. */
  private static final int NETWORK_COPIES = 6;

  /**
   * The size of a study.
   *
   * @param trainRows rows of the training part
   * @param devRows rows of the dev part
   * @param columns features per row after preprocessing
   * @param classes outputs
   * @param concurrentTrials trials an executor trains at once
   * @param networkBytes parameters of the largest network
   */
  public record Sizes(
      long trainRows,
      long devRows,
      int columns,
      int classes,
      int concurrentTrials,
      long networkBytes) {}

  /**
   * What there is.
   *
   * @param driverHeap the driver's largest heap
   * @param executorHeap an executor's largest heap; in local mode the same heap
   * @param offHeap what an executor may take outside its heap
   */
  public record Available(long driverHeap, long executorHeap, long offHeap) {}

  /** Works out what a study of these sizes needs. */
  public static MemoryPlan of(Sizes sizes) {
    // The probe is as large as the dev part.
    long rows = sizes.trainRows() + 2 * sizes.devRows();
    long arrays = rows * (sizes.columns() + 1L) * Float.BYTES;
    long nativeArrays = rows * ((long) sizes.columns() + sizes.classes()) * Float.BYTES;
    // Driver: raw values as doubles next to the arrays, later the broadcast's blocks instead.
    // Executor: the blocks as they arrive and the arrays made from them.
    return new MemoryPlan(
        RESERVED + 3 * arrays,
        RESERVED + 2 * arrays,
        nativeArrays + (long) sizes.concurrentTrials() * NETWORK_COPIES * sizes.networkBytes());
  }

  /** What is over 80 % of what there is: one message each, with the figures and the remedy. */
  public List<String> problems(Available available) {
    List<String> problems = new ArrayList<>();
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
        "raise spark.executor.memory (--executor-memory; in local mode --driver-memory)");
    check(
        problems,
        "native memory outside each executor's heap",
        offHeap,
        available.offHeap(),
        "raise spark.executor.memoryOverhead and the native limit, or train fewer trials at once"
            + " per executor");
    return problems;
  }

  private static void check(
      List<String> problems, String where, long needed, long available, String remedy) {
    if (needed > LIMIT * available) {
      problems.add(
          "the data and networks need %s of %s, over 80 %% of the %s there are: %s"
              .formatted(megabytes(needed), where, megabytes(available), remedy));
    }
  }

  private static String megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) / (1 << 20) + " MB";
  }
}
