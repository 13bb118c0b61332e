package dev.sturgeon.spark;

import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.SegmentResult;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What the holder of a lease asks the driver. */
sealed interface Request extends Serializable permits Request.Next, Request.Epoch {

  /** The study whose lease it is. */
  long study();

  /** The lease. */
  long lease();

  /**
   * Brings the last segment's answer and asks for the next one.
   *
   * @param executor Spark's id of the executor
   * @param answer null where there was no last segment
   */
  record Next(long study, long lease, String executor, @Nullable Answer answer)
      implements Request {}

  /** Tells of an epoch and asks whether to go on. */
  record Epoch(long study, long lease, long token, CurvePoint point) implements Request {}

  /** What became of the segment that was handed out under this token. */
  record Answer(long token, SegmentResult result) implements Serializable {}
}
