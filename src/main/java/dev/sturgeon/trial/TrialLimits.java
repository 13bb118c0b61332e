package dev.sturgeon.trial;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What bounds each single trial besides its epochs.
 *
 * @param hangAfter how long a running segment may make no step before it counts as hung
 * @param maxDuration training time of a trial after which it ends at its next epoch and counts with
 *     what it has; null for no bound
 */
public record TrialLimits(Duration hangAfter, @Nullable Duration maxDuration) {
  /** Ten minutes without a step, and no bound on the time of training. */
  public static final TrialLimits USUAL = new TrialLimits(Duration.ofMinutes(10), null);

  /** Checks that both are above 0. */
  public TrialLimits {
    check("hangAfter", hangAfter);
    if (maxDuration != null) {
      check("maxTrialDuration", maxDuration);
    }
  }

  /** Whether a trial has trained as long as it may. */
  public boolean isUsedUp(Trial trial) {
    return maxDuration != null && trial.seconds() >= maxDuration.toMillis() / 1000.0;
  }

  private static void check(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " is above 0, not " + duration);
    }
  }
}
