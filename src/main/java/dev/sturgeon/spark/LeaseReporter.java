package dev.sturgeon.spark;

import dev.sturgeon.train.EpochReporter;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Segment;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports one segment's epochs to the driver, no more often than at an interval. */
final class LeaseReporter implements EpochReporter {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseReporter.class);

  private final Application application;
  private final long study;
  private final long lease;
  private final long intervalNanos;
  private long last = System.nanoTime();
  private Verdict verdict = Verdict.CONTINUE;

  LeaseReporter(Application application, long study, long lease, Duration interval) {
    this.application = application;
    this.study = study;
    this.lease = lease;
    this.intervalNanos = interval.toNanos();
  }

  @Override
  public Verdict report(Segment segment, CurvePoint point) {
    long now = System.nanoTime();
    if (verdict == Verdict.CONTINUE && now - last >= intervalNanos) {
      last = now;
      verdict = tell(new Request.Epoch(study, lease, segment.token(), point));
    }
    return verdict;
  }

  /** A report that does not get through is no reason to stop: the segment's result may. */
  private Verdict tell(Request.Epoch news) {
    try {
      Reply reply = application.ask(news);
      return reply instanceof Reply.GoOn answer ? answer.verdict() : Verdict.STOP;
    } catch (Exception notHeard) {
      LOG.warn("could not report epoch {}", news.point().epoch(), notHeard);
      return Verdict.CONTINUE;
    }
  }
}
