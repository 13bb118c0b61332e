package dev.sturgeon.spark;

import dev.sturgeon.train.SegmentWork;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.SegmentResult;
import java.time.Duration;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Spark task that holds a lease: it asks the driver for segments and carries them out until the
 * driver ends the lease. Its value is what kept it from that, as a {@link Failure} in bytes; none
 * where nothing did.
 *
 * <p>Spark starts a task again when its executor is lost, and starts a copy of it where speculation
 * is on. Only the start that first asks the driver has the lease; any other ends as if it had been
 * killed, for Spark would take its value for that of the first, and end that.
 */
final class LeaseTask implements Function<Long, byte[]> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LeaseTask.class);
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private final Shipped<SegmentWorkFactory> factory;
  private final Duration reportInterval;

  LeaseTask(Shipped<SegmentWorkFactory> factory, Duration reportInterval) {
    this.factory = factory;
    this.reportInterval = reportInterval;
  }

  /**
   * What kept a lease from asking for segments.
   *
   * @param executor Spark's id of the executor
   * @param reason what went wrong
   */
  record Failure(String executor, String reason) {}

  @Override
  public byte[] call(Long lease) {
    TaskContext task = TaskContext.get();
    try {
      Application application = Application.ofThisTask();
      SharedWork shared = application.work(factory.id());
      SegmentWork work = shared.acquire(factory);
      try {
        serve(application, task, lease, work);
      } finally {
        work.releaseThread();
        shared.release();
        sayLeft(application, task, lease);
      }
      return new byte[0];
    } catch (TaskKilledException withdrawn) {
      throw withdrawn;
    } catch (Throwable failure) {
      LOG.warn("lease {} failed", lease, failure);
      return MessageCodec.FAILURES.encode(
          new Failure(SparkEnv.get().executorId(), SegmentRun.describe(failure)));
    }
  }

  /** The slot of a cancelled task is counted again from here on. */
  private void sayLeft(Application application, TaskContext task, long lease) {
    boolean interrupted = Thread.interrupted();
    if (task.isInterrupted()) {
      try {
        ask(application, task, lease, null);
      } catch (Exception notHeard) {
        LOG.info("could not say that lease {} has ended", lease, notHeard);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Application application, TaskContext task, long lease, SegmentWork work)
      throws Exception {
    Request.Answer answer = null;
    long pause = 1;
    while (true) {
      Reply reply = ask(application, task, lease, answer);
      answer = null;
      if (reply instanceof Reply.Work given) {
        LeaseReporter reporter =
            new LeaseReporter(application, task, factory.id(), lease, reportInterval);
        SegmentResult result = SegmentRun.carryOut(work, given.segment(), reporter);
        answer = new Request.Answer(given.segment().token(), result);
        pause = 1;
      } else if (reply instanceof Reply.Pause) {
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      } else if (reply instanceof Reply.Withdraw) {
        throw new TaskKilledException("another start of this task has the lease");
      } else {
        return;
      }
    }
  }

  private Reply ask(
      Application application, TaskContext task, long lease, Request.@Nullable Answer answer)
      throws Exception {
    String executor = SparkEnv.get().executorId();
    return application.ask(
        new Request.Next(factory.id(), lease, executor, task.attemptNumber(), answer));
  }
}
