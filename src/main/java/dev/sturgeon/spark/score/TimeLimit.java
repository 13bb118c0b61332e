package dev.sturgeon.spark.score;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Cancels the Spark jobs of the thread that made it when they take too long: those that run, and
 * any begun later. Closed by the same thread.
 */
final class TimeLimit implements AutoCloseable {
  private final SparkContext spark;
  private final String group = "sturgeon-" + UUID.randomUUID();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(TimeLimit::daemon);
  private volatile boolean over;

  /** Starts to count. */
  TimeLimit(SparkSession session, Duration most) {
    this.spark = session.sparkContext();
    spark.setJobGroup(group, "limited to " + most.toSeconds() + " s", true);
    var unused = timer.schedule(this::cancel, most.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sturgeon-time-limit");
    thread.setDaemon(true);
    return thread;
  }

  private void cancel() {
    over = true;
    spark.cancelJobGroupAndFutureJobs(group);
  }

  /** Whether the time was up. */
  boolean isOver() {
    return over;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    spark.clearJobGroup();
  }
}
