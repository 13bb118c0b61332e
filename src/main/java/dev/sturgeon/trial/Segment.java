package dev.sturgeon.trial;

import dev.sturgeon.space.Configuration;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The unit of work: train this trial from one epoch to another.
 *
 * <p>A plain value: whoever holds the study's data can carry it out, on any machine.
 *
 * @param trial whose segment it is
 * @param configuration the hyperparameters for these epochs
 * @param seed the trial's seed; all its randomness comes from (seed, epoch)
 * @param fromEpoch epochs already trained, 0 at a trial's birth
 * @param toEpoch epochs trained when the segment is done; above fromEpoch
 * @param maxEpochs the trial's whole budget and the horizon of its learning-rate decay, fixed at
 *     its birth; at least toEpoch
 * @param checkpoints where to go on from; null exactly when fromEpoch is 0
 * @param token names this issue of the segment; a result with another token is not the answer to it
 */
public record Segment(
    TrialId trial,
    Configuration configuration,
    long seed,
    int fromEpoch,
    int toEpoch,
    int maxEpochs,
    @Nullable Checkpoints checkpoints,
    long token)
    implements Serializable {

  /** Checks the epochs and that a continued trial has checkpoints. */
  public Segment {
    if (fromEpoch < 0 || fromEpoch >= toEpoch || toEpoch > maxEpochs) {
      throw new IllegalArgumentException(
          "epochs must satisfy 0 <= from < to <= max, not "
              + (fromEpoch + ", " + toEpoch + ", " + maxEpochs));
    }
    if ((checkpoints == null) != (fromEpoch == 0)) {
      throw new IllegalArgumentException("a segment has checkpoints exactly when it continues");
    }
  }

  /** The same work up to another epoch. */
  public Segment until(int end) {
    return new Segment(trial, configuration, seed, fromEpoch, end, maxEpochs, checkpoints, token);
  }

  /** The same work under a new token, after an issue of it was lost. */
  public Segment reissued(long newToken) {
    return new Segment(
        trial, configuration, seed, fromEpoch, toEpoch, maxEpochs, checkpoints, newToken);
  }
}
