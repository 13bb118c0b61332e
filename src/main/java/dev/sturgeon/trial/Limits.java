package dev.sturgeon.trial;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What bounds a study besides its scheduler's budget; null means no bound.
 *
 * @param maxParallel most segments out at once, 1 or more
 * @param maxDuration study time after which no segment is issued and the running ones are asked to
 *     end at their next epoch
 * @param target value of the objective's metric at which a trial's saved network ends the study
 * @param stopAfterNoGain how many trials in a row may complete without a new best, 1 or more
 * @param maxCoreHours hours of all segments together, times the cores of a slot, after which none
 *     is issued and the running ones are asked to end at their next epoch
 */
public record Limits(
    @Nullable Integer maxParallel,
    @Nullable Duration maxDuration,
    @Nullable Double target,
    @Nullable Integer stopAfterNoGain,
    @Nullable Double maxCoreHours)
    implements Serializable {

  /** Checks the ranges. */
  public Limits {
    if (maxParallel != null && maxParallel < 1) {
      throw new IllegalArgumentException("maxParallel is 1 or more, not " + maxParallel);
    }
    if (maxDuration != null && (maxDuration.isNegative() || maxDuration.isZero())) {
      throw new IllegalArgumentException("maxDuration is above 0, not " + maxDuration);
    }
    if (target != null && !Double.isFinite(target)) {
      throw new IllegalArgumentException("target is a finite number, not " + target);
    }
    if (stopAfterNoGain != null && stopAfterNoGain < 1) {
      throw new IllegalArgumentException("stopAfterNoGain is 1 or more, not " + stopAfterNoGain);
    }
    if (maxCoreHours != null && !(maxCoreHours > 0 && Double.isFinite(maxCoreHours))) {
      throw new IllegalArgumentException("maxCoreHours is above 0, not " + maxCoreHours);
    }
  }

  /** No bound at all. */
  public static Limits none() {
    return new Limits(null, null, null, null, null);
  }

  /** The same, however many trials complete without a new best. */
  public Limits withoutNoGain() {
    return new Limits(maxParallel, maxDuration, target, null, maxCoreHours);
  }

  /** How many segments may be out at once when there are this many slots. */
  public int parallel(int slots) {
    return maxParallel == null ? slots : Math.min(slots, maxParallel);
  }
}
