package dev.sturgeon.spark;

import dev.sturgeon.trial.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A lease that Spark has been asked for; without an executor until it first asks. Belongs to the
 * board.
 */
final class Lease {
  final String askedFor;
  @Nullable String executor;
  @Nullable Segment held;
  long startedAt;
  long freeSince;

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

  void freed(String by, long now) {
    if (executor == null) {
      executor = by;
      startedAt = now;
      freeSince = now;
    }
    if (held != null) {
      held = null;
      freeSince = now;
    }
  }
}
