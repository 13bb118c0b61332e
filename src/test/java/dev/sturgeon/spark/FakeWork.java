package dev.sturgeon.spark;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.EpochReporter;
import dev.sturgeon.train.EpochReporter.Verdict;
import dev.sturgeon.train.SegmentWork;
import dev.sturgeon.train.SegmentWorkFactory;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Advanced;
import dev.sturgeon.trial.SegmentResult.Ending;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Work that trains nothing and does what a segment's configuration says. */
final class FakeWork implements SegmentWork {
  private static volatile Counts counts = new Counts();

  private final Counts mine;

  private FakeWork(Counts mine) {
    this.mine = mine;
  }

  /** What happened in one test; what is left of an earlier one counts for that, and ends. */
  static final class Counts {
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger released = new AtomicInteger();
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger mostRunning = new AtomicInteger();

    private void begin() {
      mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    }
  }

  /** What a segment can ask for. */
  enum Deed {
    NOTHING,
    A_MOMENT,
    UNTIL_ANOTHER_RUNS,
    THROW,
    THROW_ERROR,
    THREE_EPOCHS,
    EPOCHS_UNTIL_STOPPED,
    LOOK_AROUND,
    HANG
  }

  static void forgetCounts() {
    counts = new Counts();
  }

  static Counts counts() {
    return counts;
  }

  static SegmentWorkFactory factory() {
    return FakeWork::open;
  }

  private static FakeWork open() {
    Counts now = counts;
    now.opened.incrementAndGet();
    return new FakeWork(now);
  }

  /** A factory that needs something else that was shipped. */
  static SegmentWorkFactory factoryReferringTo(Shipped<String> text) {
    return () -> {
      if (text.get().isEmpty()) {
        throw new IllegalStateException("nothing came");
      }
      return open();
    };
  }

  static SegmentWorkFactory brokenFactory() {
    return () -> {
      throw new IllegalStateException("no native library here");
    };
  }

  static Segment segment(long token, Deed deed) {
    Configuration configuration = Configuration.of(Map.of("deed", Value.of(deed.name())));
    return new Segment(
        new TrialId((int) token), configuration, 1, 0, 1_000_000, 1_000_000, null, token);
  }

  @Override
  public SegmentResult run(Segment segment, String worker, EpochReporter reporter) {
    mine.begin();
    try {
      return advanced(carryOut(segment, reporter), worker);
    } catch (InterruptedException cancelled) {
      throw new IllegalStateException(cancelled);
    } finally {
      mine.running.decrementAndGet();
    }
  }

  private int carryOut(Segment segment, EpochReporter reporter) throws InterruptedException {
    return switch (Deed.valueOf(segment.configuration().text("deed"))) {
      case NOTHING -> 1;
      case A_MOMENT -> epochs(5, (some, point) -> Verdict.CONTINUE, segment);
      case UNTIL_ANOTHER_RUNS -> meet();
      case THROW -> throw new IllegalArgumentException("no such network");
      case THROW_ERROR -> throw new OutOfMemoryError("no native memory left");
      case THREE_EPOCHS -> epochs(3, reporter, segment);
      case EPOCHS_UNTIL_STOPPED -> epochs(Integer.MAX_VALUE, reporter, segment);
      case LOOK_AROUND -> mostSeen();
      case HANG -> epochs(Integer.MAX_VALUE, (some, point) -> Verdict.CONTINUE, segment);
    };
  }

  /** As many epochs as segments were running at once, this one included. */
  private int mostSeen() throws InterruptedException {
    int most = 1;
    for (int i = 0; i < 20; i++) {
      most = Math.max(most, mine.running.get());
      Thread.sleep(5);
    }
    return most;
  }

  /** Half a minute at most. */
  private int meet() throws InterruptedException {
    for (int i = 0; i < 6000 && mine.mostRunning.get() < 2; i++) {
      Thread.sleep(5);
    }
    return 1;
  }

  private int epochs(int count, EpochReporter reporter, Segment segment)
      throws InterruptedException {
    for (int epoch = 1; epoch <= count && mine == counts; epoch++) {
      Thread.sleep(5);
      Scores scores = new Scores(0.5, 0.5);
      CurvePoint point = new CurvePoint(epoch, 0.1, scores, scores, List.of(), 0.005);
      if (reporter.report(segment, point) == Verdict.STOP) {
        return epoch;
      }
    }
    return count;
  }

  private static Advanced advanced(int epoch, String worker) {
    CheckpointRef checkpoint = new CheckpointRef("checkpoints/c", "0".repeat(64), epoch);
    return new Advanced(
        epoch,
        Ending.OPEN,
        List.of(),
        new Checkpoints(checkpoint, checkpoint),
        new Usage(worker, 0, 0));
  }

  @Override
  public void releaseThread() {
    mine.released.incrementAndGet();
  }

  @Override
  public void close() {
    mine.closed.incrementAndGet();
  }
}
