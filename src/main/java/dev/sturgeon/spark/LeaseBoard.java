package dev.sturgeon.spark;

import dev.sturgeon.train.EpochReporter.Verdict;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult.Failed;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Which lease holds which segment: the driver's side of leasing, without Spark.
 *
 * <p>There are as many leases as segments to carry out, up to the allowed parallelism and the room
 * for them, and each is asked for on the executor that has least to do. A lease ends only by this
 * board's word or by its loss, so that no segment can be queued for a lease that has already given
 * up. Safe for use by several threads at once; no call blocks.
 */
final class LeaseBoard {

  /**
   * Makes Spark start a lease, on this executor if there is one and it is free; must return at once
   * and may not call back on the same thread.
   */
  interface Launcher {
    void launch(long lease, Optional<String> executor);
  }

  /** What room Spark has for leases, now. */
  interface Room {

    /** How many leases to have at most, those included that bring executors by waiting. */
    int toFill();

    /** The slots of each executor, by its id; empty where there is no choice. */
    Map<String, Integer> byExecutor();
  }

  private final Mailbox mailbox;
  private final Launcher launcher;
  private final Room room;
  private final int parallelism;
  private final LongSupplier nanoTime;
  private final long termNanos;
  private final long lingerNanos;
  private final Deque<Segment> waiting = new ArrayDeque<>();
  private final Map<Long, Lease> leases = new LinkedHashMap<>();
  private final Set<Long> toStop = new HashSet<>();
  private long launched;
  private boolean closed;

  /**
   * An empty board.
   *
   * @param parallelism most leases at a time
   * @param term how long a lease may take new segments
   * @param linger how long it is kept without any
   */
  LeaseBoard(
      Mailbox mailbox,
      Launcher launcher,
      Room room,
      int parallelism,
      LongSupplier nanoTime,
      Duration term,
      Duration linger) {
    this.mailbox = mailbox;
    this.launcher = launcher;
    this.room = room;
    this.parallelism = parallelism;
    this.nanoTime = nanoTime;
    this.termNanos = term.toNanos();
    this.lingerNanos = linger.toNanos();
  }

  /** Queues a segment. */
  synchronized void submit(Segment segment) {
    if (!closed) {
      waiting.add(segment);
      launchMissing();
    }
  }

  /** Asks for a segment to end at its next epoch; one that waits for a lease ends now. */
  synchronized void stop(long token) {
    if (waiting.removeIf(segment -> segment.token() == token)) {
      String reason = "stopped before it began";
      mailbox.ended(token, failed(FailureKind.WORKER_LOST, reason, "", 0));
    } else if (leases.values().stream().anyMatch(lease -> lease.holds(token))) {
      toStop.add(token);
    }
  }

  /** Takes a lease's answer and gives it what comes next. */
  synchronized Reply next(Request.Next ask) {
    Request.Answer answer = ask.answer();
    if (answer != null) {
      toStop.remove(answer.token());
      mailbox.ended(answer.token(), answer.result());
    }
    Lease lease = leases.get(ask.lease());
    if (lease == null) {
      return new Reply.End();
    }
    long now = nanoTime.getAsLong();
    if (answer == null || !lease.holds(answer.token())) {
      lose(lease, "executor " + ask.executor() + " came back without its result");
    }
    lease.freed(ask.executor(), now);
    return next(ask.lease(), lease, now);
  }

  private Reply next(long id, Lease lease, long now) {
    boolean expired = closed || now - lease.startedAt > termNanos;
    Segment segment = expired ? null : waiting.poll();
    if (segment != null) {
      lease.held = segment;
      return new Reply.Work(segment);
    }
    if (expired || now - lease.freeSince > lingerNanos) {
      leases.remove(id);
      launchMissing();
      return new Reply.End();
    }
    return new Reply.Pause();
  }

  /** Takes the news of an epoch; whoever has no right to the segment any more is to stop. */
  synchronized Reply epoch(Request.Epoch news) {
    Lease lease = leases.get(news.lease());
    if (closed || lease == null || !lease.holds(news.token())) {
      return new Reply.GoOn(Verdict.STOP);
    }
    mailbox.epochDone(news.token(), news.point());
    boolean stop = toStop.contains(news.token());
    return new Reply.GoOn(stop ? Verdict.STOP : Verdict.CONTINUE);
  }

  /** Everything this executor holds is lost. */
  synchronized void executorLost(String executor, String reason) {
    for (Map.Entry<Long, Lease> entry : List.copyOf(leases.entrySet())) {
      if (executor.equals(entry.getValue().executor)) {
        over(entry.getKey(), "executor " + executor + " is lost: " + reason);
      }
    }
  }

  /**
   * The lease's job has ended, whether by this board's word or not.
   *
   * @param reason what went wrong in it; empty if nothing, or if its executor was lost
   */
  synchronized void over(long id, String reason) {
    Lease lease = leases.remove(id);
    if (lease == null) {
      return;
    }
    lose(lease, reason.isEmpty() ? "executor " + lease.executor + " is lost" : reason);
    if (lease.executor == null && !reason.isEmpty()) {
      refuseOne(reason);
    }
    launchMissing();
  }

  /** There may be room for more leases now. */
  synchronized void roomGrew() {
    if (!closed) {
      launchMissing();
    }
  }

  /** Hands out nothing more and tells every lease to end. */
  synchronized void close() {
    closed = true;
    waiting.clear();
  }

  /**
   * A lease that fails before it can ask would fail again and for ever; that it takes a segment
   * with it makes the failure seen.
   */
  private void refuseOne(String reason) {
    Segment segment = waiting.poll();
    if (segment != null) {
      mailbox.ended(segment.token(), failed(FailureKind.SETUP, reason, "", 0));
    }
  }

  private void lose(Lease lease, String reason) {
    Segment segment = lease.held;
    if (segment != null) {
      lease.held = null;
      toStop.remove(segment.token());
      double seconds = (nanoTime.getAsLong() - lease.freeSince) * 1e-9;
      String worker = String.valueOf(lease.executor);
      mailbox.ended(segment.token(), failed(FailureKind.WORKER_LOST, reason, worker, seconds));
    }
  }

  private void launchMissing() {
    long held = leases.values().stream().filter(lease -> lease.held != null).count();
    long wanted = Math.min(held + waiting.size(), parallelism);
    if (leases.size() < wanted) {
      wanted = Math.min(wanted, Math.max(1, room.toFill()));
    }
    while (leases.size() < wanted) {
      long id = launched++;
      Optional<String> executor = Spread.next(room.byExecutor(), places());
      leases.put(id, new Lease(executor.orElse("")));
      launcher.launch(id, executor);
    }
  }

  private List<String> places() {
    return leases.values().stream().map(Lease::place).toList();
  }

  private static Failed failed(FailureKind kind, String reason, String worker, double seconds) {
    return new Failed(kind, reason, new Usage(worker, seconds, 0));
  }
}
