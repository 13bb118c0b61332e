package dev.sturgeon.bench;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.spark.SparkDefaults;
import dev.sturgeon.spark.SparkTrialExecutor;
import dev.sturgeon.study.TrialExecutor.Ended;
import dev.sturgeon.study.TrialExecutor.Event;
import dev.sturgeon.train.EpochReporter;
import dev.sturgeon.train.SegmentWork;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** What it costs to get a segment to an executor and its result back, in {@code local[2]}. */
public final class DispatchBench {
  private static final int OUTSTANDING = 64;
  private static final SegmentWorkFactory FACTORY = NoWork::new;

  private DispatchBench() {}

  /** Prints segments a second for leases and for one job per segment, in sessions of this run. */
  public static void main(String[] args) throws Exception {
    double leases;
    double busy;
    try (SparkSession session = session(SparkDefaults.apply(conf()))) {
      perSecond(session, 2000, 0);
      leases = perSecond(session, 20_000, 0);
      busy = perSecond(session, 100, 50) * 0.050 / 2;
    }
    double jobs;
    try (SparkSession session = session(conf())) {
      perSecond(session, 200, 0);
      jobs = perSecond(session, 1000, 0);
    }
    print("dispatch.leases.segmentsPerSecond", leases, "5000");
    print("dispatch.jobs.segmentsPerSecond", jobs, "50");
    print("dispatch.leases.overJobs", leases / jobs, "20");
    print("dispatch.leases.busyShareAt50ms", busy, "0.9");
  }

  private static double perSecond(SparkSession session, int segments, int millis)
      throws InterruptedException {
    try (SparkTrialExecutor executor =
        SparkTrialExecutor.open(session, FACTORY, Integer.MAX_VALUE)) {
      long start = System.nanoTime();
      int submitted = 0;
      for (int ended = 0; ended < segments; ) {
        while (submitted < segments && submitted - ended < OUTSTANDING) {
          executor.submit(segment(submitted++, millis));
        }
        for (Event event : executor.poll(Duration.ofSeconds(10))) {
          ended += event instanceof Ended ? 1 : 0;
        }
      }
      return segments / ((System.nanoTime() - start) * 1e-9);
    }
  }

  private static Segment segment(int number, int millis) {
    Configuration configuration = Configuration.of(Map.of("millis", Value.of((long) millis)));
    return new Segment(new TrialId(number), configuration, 1, 0, 1, 1, null, number);
  }

  private static SparkConf conf() {
    return new SparkConf()
        .setMaster("local[2]")
        .setAppName("dispatch")
        .set("spark.ui.enabled", "false");
  }

  private static SparkSession session(SparkConf conf) {
    return SparkSession.builder().config(conf).getOrCreate();
  }

  private static void print(String name, double value, String aim) {
    System.out.printf(Locale.ROOT, "%s=%.2f aim=%s%n", name, value, aim);
  }

  /** Sleeps as long as the configuration says and trains nothing. */
  private static final class NoWork implements SegmentWork {
    @Override
    public SegmentResult run(Segment segment, String worker, EpochReporter reporter) {
      try {
        Thread.sleep(segment.configuration().integer("millis"));
      } catch (InterruptedException cancelled) {
        Thread.currentThread().interrupt();
      }
      Usage usage = new Usage(worker, 0, 0);
      return new SegmentResult.Failed(FailureKind.EXCEPTION, "trained nothing", usage);
    }

    @Override
    public void releaseThread() {}

    @Override
    public void close() {}
  }
}
