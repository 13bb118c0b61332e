package dev.sturgeon.conf;

import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.TrialLimits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a study searches, and how long.
 *
 * @param method by which rules
 * @param maxTrials most trials to start
 * @param maxEpochs every trial's whole budget
 * @param segmentEpochs epochs between two checkpoints, at most maxEpochs
 * @param limits when it ends sooner; its duration is in whole seconds
 * @param trialLimits what bounds each single trial; in whole seconds
 * @param gradientCheck whether the gradient of a user's own network is checked before the search
 */
public record SearchConf(
    MethodConf method,
    int maxTrials,
    int maxEpochs,
    int segmentEpochs,
    Limits limits,
    TrialLimits trialLimits,
    boolean gradientCheck) {

  /** Checks each number, and that a segment and the lowest rung fit the budget. */
  public SearchConf {
    atLeastOne("maxTrials", maxTrials);
    atLeastOne("maxEpochs", maxEpochs);
    atLeastOne("segmentEpochs", segmentEpochs);
    atMost(maxEpochs, "segmentEpochs", segmentEpochs);
    atMost(maxEpochs, "minEpochs", method.minEpochs());
    wholeSeconds("maxDuration", limits.maxDuration());
    wholeSeconds("maxTrialDuration", trialLimits.maxDuration());
    wholeSeconds("hangAfter", trialLimits.hangAfter());
  }

  private static void wholeSeconds(String name, @Nullable Duration duration) {
    if (duration != null && (duration.getSeconds() < 1 || duration.getNano() != 0)) {
      throw new IllegalArgumentException(
          name + " must be whole seconds, at least one, not " + duration);
    }
  }

  /** As many trials at once, without a choice among them, and without a limit of time or value. */
  SearchConf plain() {
    Limits free = new Limits(limits.maxParallel(), null, null, null, null);
    return new SearchConf(
        method.plain(), maxTrials, maxEpochs, segmentEpochs, free, trialLimits, gradientCheck);
  }

  SearchConf withMaxTrials(int trials) {
    return new SearchConf(
        method, trials, maxEpochs, segmentEpochs, limits, trialLimits, gradientCheck);
  }

  /**
   * A single model in short segments; what to begin with stays. Its trials are ways on of the one
   * model: how many of them gain nothing says nothing.
   */
  SearchConf ofPanda(int epochs) {
    Limits own = limits.withoutNoGain();
    return new SearchConf(method.ofPanda(), 1, maxEpochs, epochs, own, trialLimits, gradientCheck);
  }

  /** The same without a limit of its own or anything from earlier studies. */
  SearchConf unlimited(boolean checked) {
    return new SearchConf(
        method.withWarmStart(List.of()),
        maxTrials,
        maxEpochs,
        segmentEpochs,
        new Limits(limits.maxParallel(), null, null, null, null),
        trialLimits,
        checked && gradientCheck);
  }

  /** The same with so many segments at once, at most. */
  SearchConf withMaxParallel(int most) {
    Limits bounded =
        new Limits(
            limits.parallel(most),
            limits.maxDuration(),
            limits.target(),
            limits.stopAfterNoGain(),
            limits.maxCoreHours());
    return new SearchConf(
        method, maxTrials, maxEpochs, segmentEpochs, bounded, trialLimits, gradientCheck);
  }

  SearchConf withMethod(MethodConf other) {
    return new SearchConf(
        other, maxTrials, maxEpochs, segmentEpochs, limits, trialLimits, gradientCheck);
  }

  private static void atLeastOne(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + number);
    }
  }

  private static void atMost(int maxEpochs, String name, int epochs) {
    if (epochs > maxEpochs) {
      throw new IllegalArgumentException(
          name + " " + epochs + " is more than maxEpochs " + maxEpochs);
    }
  }
}
