package dev.sturgeon.train;

import dev.sturgeon.data.Targets;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Scores;

/**
 * What a network's outputs are worth against the truth. Immutable, except that it shares the arrays
 * it is given; safe for use by several threads while those do not change.
 */
public interface Evaluation {

  /**
   * Compares a network's outputs with the truth.
   *
   * @param outputs example by example: a probability per class, or one scaled number
   * @param targets the truth, at least one example
   * @throws IllegalArgumentException if the sizes do not agree
   */
  static Evaluation of(float[] outputs, Targets targets) {
    return targets instanceof Targets.Labels labels
        ? ClassEvaluation.of(outputs, labels.classOf(), labels.classes())
        : NumberEvaluation.of(outputs, (Targets.Numbers) targets);
  }

  /** What training minimises, without penalties. */
  double loss();

  /**
   * The value of a metric.
   *
   * @throws IllegalArgumentException if it is not one of this task
   */
  double metric(Metric metric);

  /** The loss and a metric together. */
  default Scores scores(Metric metric) {
    return new Scores(loss(), metric(metric));
  }
}
