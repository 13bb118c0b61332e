package dev.sturgeon.spark;

import dev.sturgeon.train.SegmentWork;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.SegmentResult;
import java.time.Duration;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Spark task that holds a lease: it asks the driver for segments and carries them out until the
 * driver ends the lease. Its value is what went wrong, or an empty text.
 *
 * <p>Spark starts a lost task again, under the same number. The second start does nothing but end:
 * the driver then knows that the first one is lost.
 */
final class LeaseTask implements Function<Long, String> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LeaseTask.class);
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private final Shipped<SegmentWorkFactory> factory;
  private final Duration reportInterval;

  LeaseTask(Shipped<SegmentWorkFactory> factory, Duration reportInterval) {
    this.factory = factory;
    this.reportInterval = reportInterval;
  }

  @Override
  public String call(Long lease) {
    if (TaskContext.get().attemptNumber() > 0) {
      return "";
    }
    try {
      Application application = Application.ofThisTask();
      SharedWork shared = application.work(factory.id());
      SegmentWork work = shared.acquire(factory);
      try {
        serve(application, lease, work);
      } finally {
        work.releaseThread();
        shared.release();
      }
      return "";
    } catch (Throwable failure) {
      LOG.warn("lease {} failed", lease, failure);
      return SegmentRun.describe(failure);
    }
  }

  private void serve(Application application, long lease, SegmentWork work) throws Exception {
    String executor = SparkEnv.get().executorId();
    Request.Answer answer = null;
    long pause = 1;
    while (true) {
      Reply reply = ask(application, lease, executor, answer);
      answer = null;
      if (reply instanceof Reply.Work given) {
        LeaseReporter reporter =
            new LeaseReporter(application, factory.id(), lease, reportInterval);
        SegmentResult result = SegmentRun.carryOut(work, given.segment(), reporter);
        answer = new Request.Answer(given.segment().token(), result);
        pause = 1;
      } else if (reply instanceof Reply.Pause) {
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      } else {
        return;
      }
    }
  }

  private Reply ask(
      Application application, long lease, String executor, Request.@Nullable Answer answer)
      throws Exception {
    return application.ask(new Request.Next(factory.id(), lease, executor, answer));
  }
}
