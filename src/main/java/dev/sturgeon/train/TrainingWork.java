package dev.sturgeon.train;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Failed;
import java.io.IOException;

/**
 * Carries out segments with a {@link Trainer}: loads the checkpoint, trains and scores epoch by
 * epoch, writes the new checkpoints.
 *
 * <p>What an exception says becomes a result; an {@link Error}, such as exhausted memory, passes.
 */
public final class TrainingWork implements SegmentWork {
  private final Trainer trainer;
  private final TrainingData data;
  private final Objective objective;
  private final CheckpointStore store;

  /**
   * Work on these data.
   *
   * @param trainer made for the same data and objective; closed with this
   * @param data what the trainer trains on and is scored on
   * @param objective what the dev scores are judged by
   * @param store where checkpoints are
   */
  public TrainingWork(
      Trainer trainer, TrainingData data, Objective objective, CheckpointStore store) {
    this.trainer = trainer;
    this.data = data;
    this.objective = objective;
    this.store = store;
  }

  @Override
  public SegmentResult run(Segment segment, String worker, EpochReporter reporter) {
    Stopwatch watch = Stopwatch.start(worker);
    try {
      return new SegmentRun(trainer, data, objective, store, segment, watch, reporter).run();
    } catch (IOException e) {
      return new Failed(FailureKind.STORAGE, describe(e), watch.usage());
    } catch (RuntimeException e) {
      return new Failed(FailureKind.of(e), describe(e), watch.usage());
    }
  }

  @Override
  public void releaseThread() {
    trainer.releaseThread();
  }

  @Override
  public void close() {
    trainer.close();
  }

  /** Our own complaints are sentences; others need their class to be understood. */
  private static String describe(Exception e) {
    boolean isSentence = e.getClass() == IllegalArgumentException.class && e.getMessage() != null;
    return isSentence ? String.valueOf(e.getMessage()) : e.toString();
  }
}
