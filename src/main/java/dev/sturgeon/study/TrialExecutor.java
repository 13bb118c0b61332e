package dev.sturgeon.study;

import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import java.time.Duration;
import java.util.List;

/** Carries out segments somewhere else and tells what became of them. Called by one thread only. */
public interface TrialExecutor extends AutoCloseable {

  /** How many segments can be carried out at once, as far as known now; 0 while none has come. */
  int slots();

  /** Hands out a segment; returns at once. Each one submitted ends in exactly one {@link Ended}. */
  void submit(Segment segment);

  /**
   * What has happened since the last call, in order; waits for the first event at most this long.
   */
  List<Event> poll(Duration patience) throws InterruptedException;

  /** Asks a running segment to end at its next epoch; its result still comes. */
  void stop(long token);

  /** Ends everything, politely first. No events come afterwards. */
  @Override
  void close();

  /** Something an executor tells. */
  sealed interface Event permits Ended, EpochDone {}

  /** A segment has ended. */
  record Ended(long token, SegmentResult result) implements Event {}

  /** A running segment has finished an epoch; at most about one a second for each trial. */
  record EpochDone(long token, CurvePoint point) implements Event {}
}
