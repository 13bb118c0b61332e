package dev.sturgeon.spark;

import dev.sturgeon.train.EpochReporter;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Segment;
import java.time.Duration;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports one segment's epochs and steps to the driver, no more often than at an interval. */
final class LeaseReporter implements EpochReporter {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseReporter.class);

  /** Steps are told only where epochs are long: after so many intervals of silence. */
  private static final int SILENCE = 2;

  private final Application application;
  private final TaskContext task;
  private final long study;
  private final long lease;
  private final long intervalNanos;
  private long lastEpoch = System.nanoTime();
  private long lastNews = lastEpoch;
  private Verdict verdict = Verdict.CONTINUE;

  LeaseReporter(
      Application application, TaskContext task, long study, long lease, Duration interval) {
    this.application = application;
    this.task = task;
    this.study = study;
    this.lease = lease;
    this.intervalNanos = interval.toNanos();
  }

  @Override
  public Verdict report(Segment segment, CurvePoint point) {
    long now = System.nanoTime();
    if (verdict == Verdict.CONTINUE && now - lastEpoch >= intervalNanos) {
      lastEpoch = now;
      tell(segment, point, now);
    }
    return verdict;
  }

  /**
   * {@inheritDoc}
   *
   * @throws TaskKilledException where the task has been cancelled, so that it comes to an end
   */
  @Override
  public void step(Segment segment) {
    if (task.isInterrupted()) {
      throw new TaskKilledException("cancelled");
    }
    long now = System.nanoTime();
    if (now - lastNews >= SILENCE * intervalNanos) {
      tell(segment, null, now);
    }
  }

  /** News that does not get through is no reason to stop: the segment's result may. */
  private void tell(Segment segment, @Nullable CurvePoint point, long now) {
    lastNews = now;
    try {
      Reply reply = application.ask(new Request.News(study, lease, segment.token(), point));
      verdict = reply instanceof Reply.GoOn answer ? answer.verdict() : Verdict.STOP;
    } catch (Exception notHeard) {
      LOG.warn("could not tell of trial {}: {}", segment.trial(), notHeard.toString());
    }
  }
}
