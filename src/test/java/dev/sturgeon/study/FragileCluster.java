package dev.sturgeon.study;

import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some executors of some slots each, in virtual time, on which things go wrong as a test says. A
 * segment's epoch takes a second; what goes wrong does so a second after it began.
 */
final class FragileCluster implements TrialExecutor {
  /** What a segment does. */
  enum Deed {
    TRAIN,
    KILL,
    THROW,
    HANG,
    NEED_ALL_MEMORY,
    NEVER_ENOUGH_MEMORY
  }

  private final int executors;
  private final int slots;
  private final VirtualClock clock;
  private final BiFunction<Segment, Integer, Deed> deeds;
  private final Deque<Segment> waiting = new ArrayDeque<>();
  private final List<Run> running = new ArrayList<>();
  private final List<Event> happened = new ArrayList<>();
  private final Map<Integer, Integer> begun = new TreeMap<>();
  private @Nullable Segment waitingAlone;
  private long alone = -1;
  private int lost;
  boolean blameless;
  boolean inDriver;

  /** The number of others on the executor when each segment that was submitted alone began. */
  final List<Integer> company = new ArrayList<>();

  /** Segments that were given up. */
  final List<Long> abandoned = new ArrayList<>();

  /** The driver's own end. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** When segments that ran alone were released. */
  final List<Double> released = new ArrayList<>();

  private record Run(Segment segment, int executor, Deed deed, double due) {}

  /**
   * A cluster.
   *
   * @param deeds what a segment does the so manieth time its trial begins one, from 1
   */
  FragileCluster(
      int executors, int slots, VirtualClock clock, BiFunction<Segment, Integer, Deed> deeds) {
    this.executors = executors;
    this.slots = slots;
    this.clock = clock;
    this.deeds = deeds;
  }

  @Override
  public int slots() {
    return executors * slots;
  }

  @Override
  public boolean inDriver() {
    return inDriver;
  }

  @Override
  public void submit(Segment segment) {
    waiting.add(segment);
  }

  @Override
  public void submitAlone(Segment segment) {
    waitingAlone = segment;
    alone = segment.token();
  }

  @Override
  public void release(long token) {
    released.add(clock.seconds());
    noLongerAlone(token);
  }

  private void noLongerAlone(long token) {
    if (alone == token) {
      alone = -1;
    }
  }

  @Override
  public void abandon(long token) {
    abandoned.add(token);
    running.removeIf(run -> run.segment().token() == token);
    noLongerAlone(token);
  }

  @Override
  public void stop(long token) {
    running.stream()
        .filter(run -> run.segment().token() == token && run.deed() == Deed.TRAIN)
        .findFirst()
        .ifPresent(
            run -> {
              running.remove(run);
              int epochs = (int) Math.ceil(clock.seconds() - begin(run));
              end(run, advanced(run, Math.max(1, epochs)));
            });
  }

  @Override
  public List<Event> poll(Duration patience) {
    fill();
    double until = clock.seconds() + patience.toNanos() * 1e-9;
    while (happened.isEmpty()) {
      Run next = running.stream().min(Comparator.comparingDouble(Run::due)).orElse(null);
      if (next == null || next.due() > until) {
        clock.moveTo(until);
        break;
      }
      clock.moveTo(next.due());
      finish(next);
    }
    List<Event> told = List.copyOf(happened);
    happened.clear();
    return told;
  }

  private void fill() {
    Segment suspect = waitingAlone;
    if (suspect != null) {
      IntStream.range(0, executors)
          .filter(executor -> on(executor).isEmpty())
          .findFirst()
          .ifPresent(
              executor -> {
                waitingAlone = null;
                company.add(on(executor).size());
                begin(suspect, executor);
              });
    }
    for (int executor = 0; executor < executors; executor++) {
      while (!isKeptIdle(executor) && on(executor).size() < slots && !waiting.isEmpty()) {
        begin(waiting.remove(), executor);
      }
    }
  }

  /** While a suspect waits, the first executor is emptied. */
  private boolean isKeptIdle(int executor) {
    return waitingAlone != null
        ? executor == 0
        : on(executor).stream().anyMatch(run -> run.segment().token() == alone);
  }

  private List<Run> on(int executor) {
    return running.stream().filter(run -> run.executor() == executor).toList();
  }

  private void begin(Segment segment, int executor) {
    int time = begun.merge(segment.trial().number(), 1, Integer::sum);
    Deed deed = deeds.apply(segment, time);
    double seconds =
        switch (deed) {
          case TRAIN -> segment.toEpoch() - segment.fromEpoch();
          case HANG -> Double.POSITIVE_INFINITY;
          default -> 1;
        };
    running.add(new Run(segment, executor, deed, clock.seconds() + seconds));
    happened.add(new Progressed(segment.token()));
  }

  private static double begin(Run run) {
    return run.due() - (run.segment().toEpoch() - run.segment().fromEpoch());
  }

  private void finish(Run run) {
    boolean company = on(run.executor()).size() > 1;
    running.remove(run);
    switch (run.deed()) {
      case KILL -> kill(run);
      case THROW -> end(run, failed(FailureKind.EXCEPTION, "boom"));
      case NEVER_ENOUGH_MEMORY -> end(run, failed(FailureKind.OUT_OF_MEMORY, "no memory"));
      case NEED_ALL_MEMORY ->
          end(run, company ? failed(FailureKind.OUT_OF_MEMORY, "no memory") : advanced(run));
      default -> end(run, advanced(run));
    }
  }

  private void kill(Run killer) {
    if (inDriver) {
      throw new Crash();
    }
    List<Run> dead = new ArrayList<>(on(killer.executor()));
    dead.add(0, killer);
    running.removeAll(dead);
    List<Long> tokens = dead.stream().map(run -> run.segment().token()).toList();
    happened.add(new WorkerLost("e" + lost++, "exit 134", blameless, tokens));
    dead.forEach(run -> end(run, failed(FailureKind.WORKER_LOST, "exit 134")));
  }

  private void end(Run run, SegmentResult result) {
    noLongerAlone(run.segment().token());
    happened.add(new Ended(run.segment().token(), result));
  }

  private static SegmentResult advanced(Run run) {
    return advanced(run, run.segment().toEpoch() - run.segment().fromEpoch());
  }

  private static SegmentResult advanced(Run run, int epochs) {
    Segment segment = run.segment();
    int to = segment.fromEpoch() + epochs;
    List<CurvePoint> points =
        IntStream.rangeClosed(segment.fromEpoch() + 1, to)
            .mapToObj(epoch -> Bench.point(epoch, segment.configuration().real("x")))
            .toList();
    CheckpointRef ref =
        new CheckpointRef("checkpoints/" + segment.trial() + "/" + to, "a".repeat(64), to);
    SegmentResult.Ending ending =
        to == segment.maxEpochs()
            ? SegmentResult.Ending.BUDGET
            : to < segment.toEpoch() ? SegmentResult.Ending.STOPPED : SegmentResult.Ending.OPEN;
    return new SegmentResult.Advanced(
        to, ending, points, new Checkpoints(ref, ref), new Usage("e", epochs, 0));
  }

  private static SegmentResult failed(FailureKind kind, String message) {
    return new SegmentResult.Failed(kind, message, new Usage("e", 1, 0));
  }

  @Override
  public void close() {}
}
