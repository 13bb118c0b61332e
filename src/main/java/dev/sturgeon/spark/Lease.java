package dev.sturgeon.spark;

import dev.sturgeon.trial.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A lease that Spark has been asked for; without an executor until it first asks. It belongs to the
 * start of its task that asked first: Spark may start copies. Belongs to the board.
 */
final class Lease {
  final String askedFor;
  @Nullable String executor;
  @Nullable Segment held;
  long startedAt;
  long freeSince;
  private int attempt;

  /** Asked for on this executor; an empty text for any. */
  Lease(String askedFor) {
    this.askedFor = askedFor;
  }

  /** Where it is or, as far as known, will be. */
  String place() {
    return executor == null ? askedFor : executor;
  }

  boolean holds(long token) {
    return held != null && held.token() == token;
  }

  /** Whether another start of the task has the lease. */
  boolean isAnothers(int asking) {
    return executor != null && attempt != asking;
  }

  void freed(String by, int byAttempt, long now) {
    if (executor == null) {
      executor = by;
      attempt = byAttempt;
      startedAt = now;
      freeSince = now;
    }
    if (held != null) {
      held = null;
      freeSince = now;
    }
  }
}
