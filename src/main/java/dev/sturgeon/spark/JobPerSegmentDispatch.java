package dev.sturgeon.spark;

import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Dispatch by one Spark job per segment, for a session made without {@link SturgeonPlugin}.
 *
 * <p>There is no channel to a running task: neither epochs nor steps are reported, so that nothing
 * counts as hung, and a segment that is to stop stops at its end. A segment that is to run alone
 * has the whole application to itself.
 */
final class JobPerSegmentDispatch implements Dispatch {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final JavaSparkContext spark;
  private final Mailbox mailbox;
  private final int parallelism;
  private final SegmentTask task;
  private final OneTaskJobs jobs;
  private final JobPlaces places;
  private final Deque<Segment> waiting = new ArrayDeque<>();
  private final Queue<Segment> waitingAlone = new ArrayDeque<>();
  private final Map<Long, Segment> running = new HashMap<>();
  private @Nullable Long alone;

  JobPerSegmentDispatch(
      JavaSparkContext spark,
      Shipped<SegmentWorkFactory> factory,
      Mailbox mailbox,
      int parallelism) {
    this.spark = spark;
    this.mailbox = mailbox;
    this.parallelism = parallelism;
    this.task = new SegmentTask(factory);
    String name = "sturgeon-segments-" + factory.id();
    this.jobs = new OneTaskJobs(spark, name, "segment");
    this.places = new JobPlaces(name, this::executorLost);
    spark.sc().addSparkListener(places);
  }

  @Override
  public synchronized void submit(Segment segment) {
    waiting.add(segment);
    startWaiting();
  }

  @Override
  public synchronized void submitAlone(Segment segment) {
    waitingAlone.add(segment);
    startWaiting();
  }

  @Override
  public synchronized void release(long token) {
    if (alone != null && alone == token) {
      alone = null;
      startWaiting();
    }
  }

  @Override
  public synchronized void stop(long token) {
    boolean waited = waiting.removeIf(segment -> segment.token() == token);
    if (waited || waitingAlone.removeIf(segment -> segment.token() == token)) {
      mailbox.ended(token, failed(FailureKind.NOT_BEGUN, "stopped before it began"));
      startWaiting();
    }
  }

  @Override
  public synchronized void abandon(long token) {
    if (running.containsKey(token)) {
      jobs.cancel(token);
      over(token);
    }
  }

  @Override
  public int stuck() {
    return 0;
  }

  @Override
  public int copies() {
    return places.copies();
  }

  @Override
  public void close() {
    synchronized (this) {
      waiting.clear();
      waitingAlone.clear();
    }
    jobs.close(GRACE);
    spark.sc().removeSparkListener(places);
  }

  private void startWaiting() {
    while (running.size() < parallelism && alone == null) {
      boolean wantsAll = !waitingAlone.isEmpty();
      Segment segment =
          wantsAll ? (running.isEmpty() ? waitingAlone.poll() : null) : waiting.poll();
      if (segment == null) {
        return;
      }
      alone = wantsAll ? Long.valueOf(segment.token()) : null;
      start(segment);
    }
  }

  private void start(Segment segment) {
    long token = segment.token();
    running.put(token, segment);
    jobs.start(
        token,
        MessageCodec.SEGMENTS.encode(segment),
        Optional.empty(),
        task,
        result -> ended(token, MessageCodec.RESULTS.decode(result)),
        failure -> ended(token, failed(FailureKind.WORKER_LOST, SegmentRun.describe(failure))));
  }

  /** What else may be told of a segment later comes too late, and is dropped. */
  private synchronized void ended(long token, SegmentResult result) {
    boolean cancelled = !running.containsKey(token) && result instanceof SegmentResult.Failed;
    if (!cancelled) {
      mailbox.ended(token, result);
    }
    over(token);
  }

  private void over(long token) {
    running.remove(token);
    release(token);
    startWaiting();
  }

  private synchronized void executorLost(String executor, String reason, List<Long> held) {
    List<Long> open = held.stream().filter(running::containsKey).toList();
    if (!open.isEmpty()) {
      mailbox.workerLost(executor, reason, LossReason.isBlameless(reason), open);
    }
    for (long token : open) {
      jobs.cancel(token);
      ended(
          token,
          failed(FailureKind.WORKER_LOST, "executor %s is lost: %s".formatted(executor, reason)));
    }
  }

  private static SegmentResult failed(FailureKind kind, String reason) {
    return new SegmentResult.Failed(kind, reason, new Usage("", 0, 0));
  }
}
