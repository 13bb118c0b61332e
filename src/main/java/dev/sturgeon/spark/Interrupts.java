package dev.sturgeon.spark;

import org.apache.spark.util.SignalUtils;

/**
 * Ctrl-C and SIGTERM, caught before Spark's own shutdown hook, which would end its context before
 * the segments that run can.
 */
public final class Interrupts {

  private Interrupts() {}

  /** Has each signal run its action, in a thread of its own, and do nothing else. */
  public static void handle(Runnable interrupt, Runnable terminate) {
    register("INT", interrupt);
    register("TERM", terminate);
  }

  private static void register(String signal, Runnable action) {
    SignalUtils.register(
        signal,
        () -> {
          action.run();
          return true;
        });
  }
}
