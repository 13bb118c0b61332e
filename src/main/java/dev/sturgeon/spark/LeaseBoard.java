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
   * Makes Spark start and end leases; must return at once and may not call back on the same thread.
   */
  interface Launcher {
    /** Starts a lease, on this executor if there is one and it is free. */
    void launch(long lease, Optional<String> executor);

    /** Ends a lease that does not answer: interrupts its task. */
    void cancel(long lease);
  }

  private final Mailbox mailbox;
  private final Launcher launcher;
  private final LeaseRoom room;
  private final LongSupplier nanoTime;
  private final long termNanos;
  private final long lingerNanos;
  private final Deque<Segment> waiting = new ArrayDeque<>();
  private final Set<Long> toStop = new HashSet<>();
  private final Isolation isolation = new Isolation();
  private final Stuck stuck = new Stuck();
  private final Leases leases;
  private int copies;
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
      LeaseRoom room,
      int parallelism,
      LongSupplier nanoTime,
      Duration term,
      Duration linger) {
    this.mailbox = mailbox;
    this.launcher = launcher;
    this.room = room;
    this.leases = new Leases(launcher, room, parallelism, isolation, stuck);
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

  /** Has a segment carried out where nothing else is, as soon as there is such an executor. */
  synchronized void submitAlone(Segment segment) {
    if (!closed) {
      isolation.ask(segment);
      launchMissing();
    }
  }

  /** Lets others join a running segment that was submitted alone. */
  synchronized void release(long token) {
    if (!isolation.isWaitingFor(token)) {
      isolation.over(token);
      launchMissing();
    }
  }

  /** Asks for a segment to end at its next epoch; one that waits for a lease ends now. */
  synchronized void stop(long token) {
    boolean waited = waiting.removeIf(segment -> segment.token() == token);
    if (waited || isolation.isWaitingFor(token)) {
      isolation.over(token);
      mailbox.ended(token, failed(FailureKind.NOT_BEGUN, "stopped before it began", "", 0));
    } else if (leases.all().stream().anyMatch(lease -> lease.holds(token))) {
      toStop.add(token);
    }
  }

  /** Gives a segment up and ends its lease, by force if need be; its slot is out until then. */
  synchronized void abandon(long token) {
    waiting.removeIf(segment -> segment.token() == token);
    isolation.over(token);
    toStop.remove(token);
    leases
        .where(lease -> lease.holds(token))
        .forEach(
            (id, lease) -> {
              leases.remove(id);
              stuck.add(id, lease.place());
              launcher.cancel(id);
            });
    launchMissing();
  }

  /** How many slots are taken by what was given up. */
  synchronized int stuck() {
    return stuck.size();
  }

  /** How many copies of running tasks, which speculation starts, were sent away. */
  synchronized int copies() {
    return copies;
  }

  /** Takes a lease's answer and gives it what comes next. */
  synchronized Reply next(Request.Next ask) {
    Request.Answer answer = ask.answer();
    if (answer != null) {
      toStop.remove(answer.token());
      isolation.over(answer.token());
      mailbox.ended(answer.token(), answer.result());
    }
    Lease lease = leases.get(ask.lease());
    if (lease == null) {
      if (stuck.ended(ask.lease())) {
        launchMissing();
      }
      return new Reply.End();
    }
    if (lease.isAnothers(ask.attempt())) {
      copies++;
      return new Reply.Withdraw();
    }
    long now = nanoTime.getAsLong();
    if (answer == null || !lease.holds(answer.token())) {
      lose(lease, "executor " + ask.executor() + " came back without its result");
    }
    lease.freed(ask.executor(), ask.attempt(), now);
    room.isFit(ask.executor());
    return next(ask, lease, now);
  }

  private Reply next(Request.Next ask, Lease lease, long now) {
    leases.chooseForAlone();
    boolean expired = closed || now - lease.startedAt > termNanos;
    Optional<Segment> segment =
        closed
            ? Optional.empty()
            : isolation.giveTo(ask.executor(), LeaseLoad.heldOn(ask.executor(), leases.all()));
    boolean idle = isolation.keepsIdle(ask.executor());
    if (segment.isEmpty() && !expired && !idle) {
      segment = Optional.ofNullable(waiting.poll());
    }
    if (segment.isPresent()) {
      lease.held = segment.get();
      mailbox.progressed(segment.get().token());
      return new Reply.Work(segment.get());
    }
    if (closed || (!idle && (expired || now - lease.freeSince > lingerNanos))) {
      leases.remove(ask.lease());
      launchMissing();
      return new Reply.End();
    }
    return new Reply.Pause();
  }

  /**
   * Takes the news of a step or an epoch; whoever has no right to the segment any more is to stop.
   */
  synchronized Reply news(Request.News news) {
    Lease lease = leases.get(news.lease());
    if (closed || lease == null || !lease.holds(news.token())) {
      return new Reply.GoOn(Verdict.STOP);
    }
    if (news.point() == null) {
      mailbox.progressed(news.token());
    } else {
      mailbox.epochDone(news.token(), news.point());
    }
    boolean stop = toStop.contains(news.token());
    return new Reply.GoOn(stop ? Verdict.STOP : Verdict.CONTINUE);
  }

  /** Everything this executor holds is lost. */
  synchronized void executorLost(String executor, String reason) {
    boolean ours = stuck.lost(executor);
    isolation.lost(executor);
    Map<Long, Lease> gone = leases.where(lease -> executor.equals(lease.executor));
    List<Long> open = LeaseLoad.tokens(gone.values());
    if (!open.isEmpty()) {
      mailbox.workerLost(executor, reason, ours || LossReason.isBlameless(reason), open);
    }
    gone.keySet().forEach(id -> over(id, "executor " + executor + " is lost: " + reason));
  }

  /**
   * The lease's job has ended, whether by this board's word or not.
   *
   * @param reason what went wrong in it; empty if nothing, or if its executor was lost
   */
  synchronized void over(long id, String reason) {
    Lease lease = leases.remove(id);
    if (lease != null) {
      lose(lease, reason.isEmpty() ? "executor " + lease.executor + " is lost" : reason);
      launchMissing();
    }
  }

  /**
   * A lease could not make ready and ended before it asked for anything. It takes a segment with
   * it, so that the failure is seen; the executor is avoided as long as there are others.
   */
  synchronized void unfit(long id, String executor, String reason) {
    room.isUnfit(executor);
    if (leases.remove(id) != null) {
      Optional<Segment> segment =
          Optional.ofNullable(waiting.poll()).or(() -> isolation.giveTo(executor, 0));
      segment.ifPresent(
          refused -> {
            isolation.over(refused.token());
            mailbox.ended(refused.token(), failed(FailureKind.SETUP, reason, executor, 0));
          });
    }
    launchMissing();
  }

  /** There may be room for more leases now. */
  synchronized void roomGrew() {
    launchMissing();
  }

  /** Hands out nothing more and tells every lease to end. */
  synchronized void close() {
    closed = true;
    waiting.clear();
  }

  private void lose(Lease lease, String reason) {
    Segment segment = lease.held;
    if (segment != null) {
      lease.held = null;
      toStop.remove(segment.token());
      isolation.over(segment.token());
      double seconds = (nanoTime.getAsLong() - lease.freeSince) * 1e-9;
      String worker = String.valueOf(lease.executor);
      mailbox.ended(segment.token(), failed(FailureKind.WORKER_LOST, reason, worker, seconds));
    }
  }

  private void launchMissing() {
    if (!closed) {
      leases.launchMissing(waiting.size());
    }
  }

  private static Failed failed(FailureKind kind, String reason, String worker, double seconds) {
    return new Failed(kind, reason, new Usage(worker, seconds, 0));
  }
}
