package dev.sturgeon.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.spark.SparkTrialExecutor;
import dev.sturgeon.study.TrialExecutor.Ended;
import dev.sturgeon.study.TrialExecutor.Event;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.TrialId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * What is measured of one way of dispatch in one session with two slots.
 *
 * @param session where; with the plugin, leases are measured, else jobs
 * @param name what the figures' names begin with
 * @param empty how many segments that do nothing
 */
record DispatchRun(SparkSession session, String name, int empty) {
  private static final SegmentWorkFactory FACTORY = DispatchWork::new;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int SLOTS = 2;
  private static final int OUTSTANDING = 64;

  /** Prints the figures. */
  void print(String perSecond, String busyShort, String busyLong)
      throws IOException, InterruptedException {
    awaitSlots();
    bare(empty / 4);
    long cpu = SYSTEM.getProcessCpuTime();
    Figures.print(name + ".segmentsPerSecond", empty / bare(empty), perSecond);
    Figures.print(
        name + ".driverCpuMicros", (SYSTEM.getProcessCpuTime() - cpu) * 1e-3 / empty, "-");
    journaled(empty / 4, 0);
    cpu = SYSTEM.getProcessCpuTime();
    Figures.print(name + ".journal.segmentsPerSecond", empty / journaled(empty, 0), perSecond);
    Figures.print(
        name + ".journal.driverCpuMicros", (SYSTEM.getProcessCpuTime() - cpu) * 1e-3 / empty, "-");
    Figures.print(name + ".journal.busyShareAt50ms", busyShare(1200, 50), busyShort);
    Figures.print(name + ".journal.busyShareAt1s", busyShare(120, 1000), busyLong);
  }

  private double busyShare(int segments, int millis) throws IOException, InterruptedException {
    return segments * millis * 1e-3 / SLOTS / journaled(segments, millis);
  }

  private double journaled(int segments, int millis) throws IOException, InterruptedException {
    Path directory = Command.studyDirectory(name + "-" + segments + "-" + millis);
    int trials = Math.min(segments / 2, 200);
    try (SparkTrialExecutor executor = open()) {
      return new DispatchStudy(directory, trials, segments / trials, millis).run(executor);
    }
  }

  private double bare(int segments) throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      long start = System.nanoTime();
      int submitted = 0;
      for (int ended = 0; ended < segments; ) {
        while (submitted < segments && submitted - ended < OUTSTANDING) {
          executor.submit(segment(submitted++));
        }
        for (Event event : executor.poll(Duration.ofSeconds(10))) {
          ended += event instanceof Ended ? 1 : 0;
        }
      }
      return (System.nanoTime() - start) * 1e-9;
    }
  }

  private void awaitSlots() throws InterruptedException {
    try (SparkTrialExecutor executor = open()) {
      while (executor.slots() < SLOTS) {
        Thread.sleep(50);
      }
    }
  }

  private SparkTrialExecutor open() {
    return SparkTrialExecutor.open(session, FACTORY, Integer.MAX_VALUE);
  }

  private static Segment segment(int number) {
    Configuration configuration = Configuration.of(Map.of("millis", Value.of(0L)));
    return new Segment(new TrialId(number), configuration, 1, 0, 1, 1, null, number);
  }
}
