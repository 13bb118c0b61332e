package dev.sturgeon.train;

import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Segment;

/** Tells the driver of an epoch and brings back whether to go on. */
public interface EpochReporter {

  /** Reports an epoch; may skip telling when too soon after the last, but always answers. */
  Verdict report(Segment segment, CurvePoint point);

  /** Tells that a step was made: called at each one, so it must cost next to nothing. */
  default void step(Segment segment) {}

  /** What to do after an epoch. */
  enum Verdict {
    /** Go on. */
    CONTINUE,
    /** End the segment here, with a checkpoint. */
    STOP
  }
}
