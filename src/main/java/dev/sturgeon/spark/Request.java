package dev.sturgeon.spark;

import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.SegmentResult;
import org.jspecify.annotations.Nullable;

/** What the holder of a lease asks the driver. */
sealed interface Request permits Request.Next, Request.News {

  /** The study whose lease it is. */
  long study();

  /** The lease. */
  long lease();

  /**
   * Brings the last segment's answer and asks for the next one.
   *
   * @param executor Spark's id of the executor
   * @param attempt which start of the lease's task asks, from 0
   * @param answer null where there was no last segment
   */
  record Next(long study, long lease, String executor, int attempt, @Nullable Answer answer)
      implements Request {}

  /**
   * Tells of progress and asks whether to go on.
   *
   * @param point the epoch that is done; null where it was but a step
   */
  record News(long study, long lease, long token, @Nullable CurvePoint point) implements Request {}

  /** What became of the segment that was handed out under this token. */
  record Answer(long token, SegmentResult result) {}
}
