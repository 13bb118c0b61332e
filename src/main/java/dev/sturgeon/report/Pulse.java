package dev.sturgeon.report;

import dev.sturgeon.journal.StudyState;
import java.time.Duration;
import java.time.Instant;

/**
 * The last sign of life of a study's driver.
 *
 * @param last when it was, by wall clock
 * @param silence how long ago
 * @param patience a living driver may be silent this long
 */
public record Pulse(Instant last, Duration silence, Duration patience) {
  /** A driver journals nothing while its segments train, and they may train long. */
  private static final Duration BETWEEN_EVENTS = Duration.ofMinutes(10);

  /** As the journal alone tells it. */
  public static Pulse ofJournal(StudyState state, Instant now) {
    Duration silence = Duration.between(state.lastSign(), now);
    return new Pulse(
        state.lastSign(), silence.isNegative() ? Duration.ZERO : silence, BETWEEN_EVENTS);
  }

  /** Whether it has been silent for too long to be taken as alive. */
  public boolean isLost() {
    return silence.compareTo(patience) > 0;
  }
}
