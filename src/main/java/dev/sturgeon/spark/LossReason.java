package dev.sturgeon.spark;

import java.util.List;
import java.util.Locale;

/**
 * What Spark says of a lost executor. Only words come to listeners; they are those of Spark 4.1's
 * {@code ExecutorLossReason}, its standalone Master and {@code ExecutorExitCode}.
 */
final class LossReason {
  /**
   * Taken away, or thought dead by the clock; the task reaper kills what hangs, not what is beside
   * it.
   */
  private static final List<String> BLAMELESS =
      List.of(
          "executor decommission",
          "finished decommissioning",
          "killed by driver",
          "worker lost",
          "heartbeat timed out",
          "preempt",
          "exited with code 56",
          "exited with code 57");

  private LossReason() {}

  /** Whether it is known that no task was the reason. */
  static boolean isBlameless(String reason) {
    String words = reason.toLowerCase(Locale.ROOT);
    return BLAMELESS.stream().anyMatch(words::contains);
  }
}
