package dev.sturgeon.spark;

import dev.sturgeon.trial.Segment;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an executor free for one segment that is to run alone: first until the last of the others
 * there has ended, then as long as the segment runs. Belongs to the board.
 */
final class Isolation {
  private @Nullable Segment waiting;
  private @Nullable Long running;
  private @Nullable String executor;

  /** Begins to make room for a segment. */
  void ask(Segment segment) {
    waiting = segment;
    running = null;
    executor = null;
  }

  /** Whether the segment has no executor yet. */
  boolean isWaiting() {
    return waiting != null;
  }

  boolean isWaitingFor(long token) {
    return waiting != null && waiting.token() == token;
  }

  /** Where it is or is to be; empty while that is open, or if there is no such segment. */
  Optional<String> executor() {
    return Optional.ofNullable(executor);
  }

  /** Whether a lease on this executor is to stay without a segment now. */
  boolean keepsIdle(@Nullable String other) {
    return executor != null && executor.equals(other);
  }

  /**
   * Chooses the executor that will be free first; the one chosen before, unless another has less.
   */
  void choose(Map<String, Long> held) {
    if (waiting != null) {
      String before = executor;
      executor =
          held.entrySet().stream()
              .min(
                  Comparator.comparingLong((Map.Entry<String, Long> known) -> known.getValue())
                      .thenComparing(known -> !known.getKey().equals(before))
                      .thenComparing(Map.Entry::getKey))
              .map(Map.Entry::getKey)
              .orElse(null);
    }
  }

  /** The segment, if it waits for an executor and this one has nothing to do. */
  Optional<Segment> giveTo(String free, long held) {
    Segment segment = waiting;
    if (segment == null || held > 0) {
      return Optional.empty();
    }
    waiting = null;
    running = segment.token();
    executor = free;
    return Optional.of(segment);
  }

  /** The segment has ended, will not begin, or may have company now. */
  void over(long token) {
    if (isWaitingFor(token) || (running != null && running == token)) {
      waiting = null;
      running = null;
      executor = null;
    }
  }

  /** An executor is gone. */
  void lost(String gone) {
    if (gone.equals(executor)) {
      executor = null;
    }
  }
}
