package dev.sturgeon.conf;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a study searches, and how long.
 *
 * @param sampler where new configurations come from
 * @param rounds rounds of a coarse-to-fine search; 1 for no refinement
 * @param maxTrials most trials to start
 * @param maxEpochs every trial's whole budget
 * @param segmentEpochs epochs between two checkpoints, at most maxEpochs
 * @param maxDuration when to stop, in whole seconds; null for never
 * @param maxCoreHours core-hours of training after which to stop; null for never
 * @param target dev metric at which to stop; null for none
 * @param stopAfterNoGain trials without a new best one after which to stop; null for never
 * @param maxParallel most trials to train at once; null for as many as there are slots
 * @param gradientCheck whether the gradient of a user's own network is checked before the search
 */
public record SearchConf(
    SamplerKind sampler,
    int rounds,
    int maxTrials,
    int maxEpochs,
    int segmentEpochs,
    @Nullable Duration maxDuration,
    @Nullable Double maxCoreHours,
    @Nullable Double target,
    @Nullable Integer stopAfterNoGain,
    @Nullable Integer maxParallel,
    boolean gradientCheck) {

  /** Where new configurations come from. */
  public enum SamplerKind {
    /** Drawn at random, each hyperparameter on its own scale. */
    RANDOM,
    /** The points of a grid, in order. */
    GRID
  }

  /** Checks each number and that a segment fits the budget. */
  public SearchConf {
    atLeastOne("rounds", rounds);
    atLeastOne("maxTrials", maxTrials);
    atLeastOne("maxEpochs", maxEpochs);
    atLeastOne("segmentEpochs", segmentEpochs);
    atLeastOne("stopAfterNoGain", stopAfterNoGain);
    atLeastOne("maxParallel", maxParallel);
    if (rounds > 1 && sampler == SamplerKind.GRID) {
      throw new IllegalArgumentException("rounds refine a random search; a grid has none");
    }
    if (segmentEpochs > maxEpochs) {
      throw new IllegalArgumentException(
          "segmentEpochs " + segmentEpochs + " is more than maxEpochs " + maxEpochs);
    }
    if (maxDuration != null && (maxDuration.getSeconds() < 1 || maxDuration.getNano() != 0)) {
      throw new IllegalArgumentException(
          "maxDuration must be whole seconds, at least one, not " + maxDuration);
    }
    if (maxCoreHours != null && !(maxCoreHours > 0 && Double.isFinite(maxCoreHours))) {
      throw new IllegalArgumentException("maxCoreHours must be above 0, not " + maxCoreHours);
    }
    if (target != null && !Double.isFinite(target)) {
      throw new IllegalArgumentException("target must be finite, not " + target);
    }
  }

  SearchConf withMaxTrials(int trials) {
    return new SearchConf(
        sampler,
        rounds,
        trials,
        maxEpochs,
        segmentEpochs,
        maxDuration,
        maxCoreHours,
        target,
        stopAfterNoGain,
        maxParallel,
        gradientCheck);
  }

  private static void atLeastOne(String name, @Nullable Integer number) {
    if (number != null && number < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + number);
    }
  }
}
