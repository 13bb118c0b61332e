package dev.sturgeon.train;

import dev.sturgeon.trial.Usage;
import java.lang.management.ManagementFactory;

/** Measures what the calling thread spends from its start on. */
record Stopwatch(String worker, long startNanos, long startCpuNanos) {

  static Stopwatch start(String worker) {
    return new Stopwatch(worker, System.nanoTime(), cpuNanos());
  }

  /** What was spent until now; call it on the thread that started this. */
  Usage usage() {
    double wall = (System.nanoTime() - startNanos) / 1e9;
    return new Usage(worker, wall, (cpuNanos() - startCpuNanos) / 1e9);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
