package dev.sturgeon.trial;

import java.io.Serializable;
import java.util.List;

/** How a segment ended; a failure is data like any other. */
public sealed interface SegmentResult extends Serializable
    permits SegmentResult.Advanced, SegmentResult.Diverged, SegmentResult.Failed {

  /** What it cost. */
  Usage usage();

  /**
   * The trial is further than before.
   *
   * @param epoch epochs trained; short of the segment's end where it was stopped
   * @param ended why the trial needs no further epoch, or that it may go on
   * @param points the new epochs' learning curve, in order
   * @param checkpoints what is on disk now
   */
  record Advanced(
      int epoch, Ending ended, List<CurvePoint> points, Checkpoints checkpoints, Usage usage)
      implements SegmentResult {
    public Advanced {
      points = List.copyOf(points);
    }
  }

  /**
   * The loss or a parameter became infinite or undefined.
   *
   * @param epoch the epoch in which it happened, from 1
   * @param message what became non-finite
   * @param points the learning curve up to there, of finite points
   */
  record Diverged(int epoch, String message, List<CurvePoint> points, Usage usage)
      implements SegmentResult {
    public Diverged {
      points = List.copyOf(points);
    }
  }

  /**
   * Nothing came of it.
   *
   * @param kind what kind of failure
   * @param message what happened, for a person
   */
  record Failed(FailureKind kind, String message, Usage usage) implements SegmentResult {
    /** The same in other words. */
    public Failed saying(String other) {
      return new Failed(kind, other, usage);
    }
  }

  /** Whether and why training is over for good. */
  enum Ending {
    /** It may go on. */
    OPEN,
    /** The whole budget is used. */
    BUDGET,
    /** Early stopping: no gain for the configured patience. */
    EARLY,
    /**
     * Stopped from outside, at an epoch's end; whether the trial goes on is for the study to say.
     */
    STOPPED
  }
}
