package dev.sturgeon.spark;

import dev.sturgeon.train.EpochReporter.Verdict;
import dev.sturgeon.trial.Segment;

/** What the driver answers the holder of a lease. */
sealed interface Reply permits Reply.Work, Reply.Pause, Reply.End, Reply.Withdraw, Reply.GoOn {

  /** Carry out this segment. */
  record Work(Segment segment) implements Reply {}

  /** There is nothing now; ask again soon. */
  record Pause() implements Reply {}

  /** The lease is over. */
  record End() implements Reply {}

  /**
   * Another start of the same task has the lease; it must not be thought ended by this one's end.
   */
  record Withdraw() implements Reply {}

  /** The answer to news. */
  record GoOn(Verdict verdict) implements Reply {}
}
