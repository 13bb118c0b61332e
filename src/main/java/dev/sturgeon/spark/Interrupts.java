package dev.sturgeon.spark;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.util.SignalUtils;

/**
 * Ctrl-C and SIGTERM, caught before Spark's own shutdown hook, which would end its context before
 * the segments that run can.
 */
public final class Interrupts {

  private Interrupts() {}

  /**
   * Has the first signal run this, in a thread of its own; the second ends the JVM at once, as a
   * kill would, which a study survives.
   *
   * @param exitCode what the JVM then ends with
   */
  public static void handle(Runnable first, int exitCode) {
    AtomicBoolean before = new AtomicBoolean();
    for (String signal : List.of("INT", "TERM")) {
      SignalUtils.register(
          signal,
          () -> {
            if (before.getAndSet(true)) {
              Runtime.getRuntime().halt(exitCode);
            }
            first.run();
            return true;
          });
    }
  }
}
