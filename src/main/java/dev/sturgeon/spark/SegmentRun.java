package dev.sturgeon.spark;

import dev.sturgeon.train.EpochReporter;
import dev.sturgeon.train.SegmentWork;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Usage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carrying out one segment inside a Spark task. */
final class SegmentRun {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentRun.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SegmentRun() {}

  /**
   * The segment's result; whatever the work throws becomes one. That includes an {@link Error}: one
   * configuration that needs too much memory must not take the executor's other trials with it, as
   * Spark would have it if it saw that.
   */
  static SegmentResult carryOut(SegmentWork work, Segment segment, EpochReporter reporter) {
    long start = System.nanoTime();
    long cpuStart = THREADS.getCurrentThreadCpuTime();
    try {
      SegmentResult result = work.run(segment, worker(), reporter);
      boolean full =
          result instanceof SegmentResult.Failed failed
              && failed.kind() == FailureKind.OUT_OF_MEMORY;
      if (full) {
        work.releaseThread();
      }
      return result;
    } catch (Throwable failure) {
      if (TaskContext.get().isInterrupted()) {
        throw new TaskKilledException("cancelled");
      }
      work.releaseThread();
      LOG.info("trial {} failed", segment.trial(), failure);
      double wall = (System.nanoTime() - start) * 1e-9;
      double cpu = (THREADS.getCurrentThreadCpuTime() - cpuStart) * 1e-9;
      return new SegmentResult.Failed(
          FailureKind.of(failure), describe(failure), new Usage(worker(), wall, cpu));
    }
  }

  /** The result of a segment whose work could not be opened. */
  static SegmentResult unopened(Throwable failure) {
    return new SegmentResult.Failed(
        FailureKind.SETUP, describe(failure), new Usage(worker(), 0, 0));
  }

  /** The failure and what caused it, on one line. */
  static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.toString());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (text.indexOf(cause.toString()) < 0) {
        text.append("; caused by ").append(cause);
      }
    }
    return text.toString();
  }

  /** This executor's name: its number and its host. */
  static String worker() {
    SparkEnv spark = SparkEnv.get();
    return spark.executorId() + "@" + spark.blockManager().blockManagerId().host();
  }
}
