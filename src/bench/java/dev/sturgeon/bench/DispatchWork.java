package dev.sturgeon.bench;

import dev.sturgeon.train.EpochReporter;
import dev.sturgeon.train.SegmentWork;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Advanced;
import dev.sturgeon.trial.SegmentResult.Ending;
import dev.sturgeon.trial.Usage;
import java.util.List;

/** Sleeps as long as the configuration says and trains nothing. */
final class DispatchWork implements SegmentWork {
  private static final Scores SCORES = new Scores(0.5, 0.5);
  private static final String HASH = "0".repeat(64);

  @Override
  public SegmentResult run(Segment segment, String worker, EpochReporter reporter) {
    long millis = segment.configuration().integer("millis");
    long start = System.nanoTime();
    try {
      if (millis > 0) {
        Thread.sleep(millis);
      }
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
    int epoch = segment.toEpoch();
    CheckpointRef checkpoint =
        new CheckpointRef("checkpoints/%s/%d".formatted(segment.trial(), epoch), HASH, epoch);
    return new Advanced(
        epoch,
        epoch == segment.maxEpochs() ? Ending.BUDGET : Ending.OPEN,
        List.of(new CurvePoint(epoch, 0.1, SCORES, SCORES, List.of(), 0)),
        new Checkpoints(checkpoint, checkpoint),
        new Usage(worker, (System.nanoTime() - start) * 1e-9, 0));
  }

  @Override
  public void releaseThread() {}

  @Override
  public void close() {}
}
