package dev.sturgeon.spark;

import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Dispatch by one Spark job per segment, for a session made without {@link SturgeonPlugin}.
 *
 * <p>There is no channel to a running task: epochs are not reported, and a segment that is to stop
 * stops at its end. The loss of an executor is noticed when Spark starts the lost task again.
 */
final class JobPerSegmentDispatch implements Dispatch {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Mailbox mailbox;
  private final int parallelism;
  private final SegmentTask task;
  private final OneTaskJobs jobs;
  private final Deque<Segment> waiting = new ArrayDeque<>();
  private int running;

  JobPerSegmentDispatch(
      JavaSparkContext spark,
      Shipped<SegmentWorkFactory> factory,
      Mailbox mailbox,
      int parallelism) {
    this.mailbox = mailbox;
    this.parallelism = parallelism;
    this.task = new SegmentTask(factory);
    this.jobs = new OneTaskJobs(spark, "sturgeon-segments-" + factory.id(), "segment");
  }

  @Override
  public synchronized void submit(Segment segment) {
    waiting.add(segment);
    startWaiting();
  }

  @Override
  public synchronized void stop(long token) {
    if (waiting.removeIf(segment -> segment.token() == token)) {
      mailbox.ended(token, lost("stopped before it began"));
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      waiting.clear();
    }
    jobs.close(GRACE);
  }

  private void startWaiting() {
    while (running < parallelism && !waiting.isEmpty()) {
      running++;
      Segment segment = waiting.remove();
      jobs.start(
          Wire.encode(segment),
          Optional.empty(),
          task,
          result -> ended(segment, result),
          failure -> ended(segment, lost(SegmentRun.describe(failure))));
    }
  }

  private void ended(Segment segment, byte[] result) {
    ended(
        segment,
        result.length == 0
            ? lost("its executor is lost")
            : Wire.decode(result, SegmentResult.class));
  }

  private synchronized void ended(Segment segment, SegmentResult result) {
    mailbox.ended(segment.token(), result);
    running--;
    startWaiting();
  }

  private static SegmentResult lost(String reason) {
    return new SegmentResult.Failed(FailureKind.WORKER_LOST, reason, new Usage("", 0, 0));
  }
}
