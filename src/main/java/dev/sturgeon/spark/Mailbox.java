package dev.sturgeon.spark;

import dev.sturgeon.study.TrialExecutor.AnswerDropped;
import dev.sturgeon.study.TrialExecutor.Ended;
import dev.sturgeon.study.TrialExecutor.EpochDone;
import dev.sturgeon.study.TrialExecutor.Event;
import dev.sturgeon.study.TrialExecutor.Progressed;
import dev.sturgeon.study.TrialExecutor.WorkerLost;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.SegmentResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where what happened to segments waits for the study: the fence that lets one answer to each token
 * through and drops every other.
 *
 * <p>Safe for use by several threads at once.
 */
final class Mailbox {
  private final Set<Long> expected = new HashSet<>();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private long dropped;
  private boolean closed;

  /** Lets one answer to this token through. */
  synchronized void expect(long token) {
    if (!expected.add(token)) {
      throw new IllegalArgumentException("token " + token + " is already out");
    }
  }

  /** Takes an answer, or drops and counts it if its token has been answered or was never out. */
  synchronized void ended(long token, SegmentResult result) {
    if (expected.remove(token)) {
      events.add(new Ended(token, result));
    } else {
      dropped++;
      if (!closed) {
        events.add(new AnswerDropped(token));
      }
    }
  }

  /** No answer to this token counts any more. */
  synchronized void forget(long token) {
    expected.remove(token);
  }

  /** Takes the news that a segment has begun, or made a step. */
  synchronized void progressed(long token) {
    if (expected.contains(token)) {
      events.add(new Progressed(token));
    }
  }

  /** Takes the news that an executor is gone that held these. */
  synchronized void workerLost(String worker, String reason, boolean blameless, List<Long> open) {
    events.add(new WorkerLost(worker, reason, blameless, open));
  }

  /** Takes the news of an epoch while its segment is out. */
  synchronized void epochDone(long token, CurvePoint point) {
    if (expected.contains(token)) {
      events.add(new EpochDone(token, point));
    }
  }

  /** How many answers came with an old token. */
  synchronized long dropped() {
    return dropped;
  }

  /** All that has come, in order; waits for the first at most this long. */
  List<Event> take(Duration patience) throws InterruptedException {
    List<Event> taken = new ArrayList<>();
    Event first = events.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
    if (first != null) {
      taken.add(first);
      events.drainTo(taken);
    }
    return taken;
  }

  /** Expects nothing more and forgets what was not taken. */
  synchronized void close() {
    closed = true;
    expected.clear();
    events.clear();
  }
}
