package dev.sturgeon.study;

import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Ending;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out segments in virtual time along known learning curves: a thousand-trial search takes
 * less than a second. What happens at the same moment happens first in, first out.
 *
 * <p>Keeps to the contract of any executor: a segment that is stopped ends at its next epoch, and
 * {@link #poll} moves the clock by no more than its caller's patience.
 */
public final class SimulatedTrialExecutor implements TrialExecutor {
  private final int slots;
  private final VirtualClock clock;
  private final Surrogate surrogate;
  private final Queue<Run> waiting = new ArrayDeque<>();
  private final PriorityQueue<Run> running =
      new PriorityQueue<>(
          Comparator.comparingDouble((Run run) -> run.due).thenComparingLong(run -> run.order));
  private final List<Event> happened = new ArrayList<>();
  private @Nullable Run alone;
  private long order;

  /** Known learning curves. */
  public interface Surrogate {

    /**
     * The learning curve at an epoch; its seconds say how long the epoch takes. A train or dev loss
     * that is not finite makes the trial diverge there; a runtime exception makes it fail at once.
     *
     * @param segment what is trained
     * @param epoch epochs trained at the point, from 1
     */
    CurvePoint epoch(Segment segment, int epoch);
  }

  /** A segment under way to its next epoch. */
  private static final class Run {
    final Segment segment;
    final List<CurvePoint> points = new ArrayList<>();
    @Nullable CurvePoint next;
    @Nullable String failure;
    boolean stopping;
    double began;
    double due;
    long order;

    Run(Segment segment) {
      this.segment = segment;
    }

    int epoch() {
      return segment.fromEpoch() + points.size();
    }
  }

  /** An executor with this many slots. */
  public SimulatedTrialExecutor(int slots, VirtualClock clock, Surrogate surrogate) {
    this.slots = slots;
    this.clock = clock;
    this.surrogate = surrogate;
  }

  @Override
  public int slots() {
    return slots;
  }

  @Override
  public void submit(Segment segment) {
    waiting.add(new Run(segment));
    fill();
  }

  /** All slots are on one executor. */
  @Override
  public void submitAlone(Segment segment) {
    alone = new Run(segment);
    fill();
  }

  @Override
  public void release(long token) {
    if (isAlone(token) && running.contains(alone)) {
      alone = null;
      fill();
    }
  }

  @Override
  public void abandon(long token) {
    waiting.removeIf(run -> run.segment.token() == token);
    running.removeIf(run -> run.segment.token() == token);
    alone = isAlone(token) ? null : alone;
    fill();
  }

  private boolean isAlone(long token) {
    return alone != null && alone.segment.token() == token;
  }

  @Override
  public List<Event> poll(Duration patience) {
    double until = clock.seconds() + patience.toNanos() * 1e-9;
    while (!running.isEmpty()
        && running.peek().due <= (happened.isEmpty() ? until : clock.seconds())) {
      Run run = running.remove();
      clock.moveTo(run.due);
      arrive(run);
      fill();
    }
    if (happened.isEmpty()) {
      clock.moveTo(until);
    }
    List<Event> told = List.copyOf(happened);
    happened.clear();
    return told;
  }

  @Override
  public void stop(long token) {
    Stream.concat(waiting.stream(), running.stream())
        .filter(run -> run.segment.token() == token)
        .forEach(run -> run.stopping = true);
  }

  @Override
  public void close() {
    waiting.clear();
    running.clear();
    happened.clear();
  }

  private void fill() {
    if (alone != null) {
      if (running.isEmpty()) {
        begin(alone);
      }
      return;
    }
    while (running.size() < slots && !waiting.isEmpty()) {
      begin(waiting.remove());
    }
  }

  private void begin(Run run) {
    run.began = clock.seconds();
    depart(run);
  }

  /** Sends a run on its way to its next epoch. */
  private void depart(Run run) {
    try {
      CurvePoint point = surrogate.epoch(run.segment, run.epoch() + 1);
      run.next = point;
      run.due = clock.seconds() + point.seconds();
    } catch (RuntimeException e) {
      run.failure = String.valueOf(e.getMessage());
      run.due = clock.seconds();
    }
    run.order = order++;
    running.add(run);
  }

  private void arrive(Run run) {
    CurvePoint point = run.next;
    Usage usage = new Usage("simulated", clock.seconds() - run.began, 0);
    if (run.failure != null || point == null) {
      end(run, new SegmentResult.Failed(FailureKind.EXCEPTION, "" + run.failure, usage));
    } else if (!Double.isFinite(point.train().loss()) || !Double.isFinite(point.dev().loss())) {
      String message = "the loss is not finite in epoch " + point.epoch();
      end(run, new SegmentResult.Diverged(point.epoch(), message, run.points, usage));
    } else {
      run.points.add(point);
      happened.add(new EpochDone(run.segment.token(), point));
      Ending ending = ending(run);
      if (ending != Ending.OPEN || run.epoch() == run.segment.toEpoch()) {
        end(run, advanced(run, ending, usage));
      } else {
        depart(run);
      }
    }
  }

  private static Ending ending(Run run) {
    if (run.epoch() == run.segment.maxEpochs()) {
      return Ending.BUDGET;
    }
    return run.stopping ? Ending.STOPPED : Ending.OPEN;
  }

  private static SegmentResult advanced(Run run, Ending ending, Usage usage) {
    int trial = run.segment.trial().number();
    String hash = String.format("%032x%032x", trial, run.epoch());
    CheckpointRef ref =
        new CheckpointRef("checkpoints/" + trial + "/" + run.epoch(), hash, run.epoch());
    Checkpoints before = run.segment.checkpoints();
    Checkpoints after = new Checkpoints(ref, ref, before == null ? null : before.latest());
    return new SegmentResult.Advanced(run.epoch(), ending, run.points, after, usage);
  }

  private void end(Run run, SegmentResult result) {
    if (run == alone) {
      alone = null;
    }
    happened.add(new Ended(run.segment.token(), result));
  }
}
