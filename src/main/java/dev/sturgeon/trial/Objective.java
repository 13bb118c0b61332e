package dev.sturgeon.trial;

import java.io.Serializable;

/**
 * What a study optimises, on the dev part.
 *
 * @param metric the figure
 * @param classWeights how much each class's examples count in the training loss
 */
public record Objective(Metric metric, ClassWeights classWeights) implements Serializable {

  /** Class weights need classes. */
  public Objective {
    if (metric.task() == Task.REGRESSION && classWeights != ClassWeights.NONE) {
      throw new IllegalArgumentException(
          "classWeights need classes, but " + metric.label() + " is a figure of numbers");
    }
  }

  /** What the networks are to say, as the metric has it. */
  public Task task() {
    return metric.task();
  }

  /** How much each class's examples count in the training loss. */
  public enum ClassWeights {
    /** All the same. */
    NONE,
    /** Inversely to the class's share of the training part; mean weight of an example 1. */
    BALANCED
  }

  /**
   * Whether these dev scores are better than those: by the metric, and where it ties, by the lower
   * loss. Non-finite scores are never better.
   */
  public boolean isBetter(Scores scores, Scores than) {
    if (!scores.isFinite()) {
      return false;
    }
    if (!than.isFinite() || metric.isBetter(scores.metric(), than.metric())) {
      return true;
    }
    return scores.metric() == than.metric() && scores.loss() < than.loss();
  }
}
