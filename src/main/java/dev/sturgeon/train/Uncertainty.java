package dev.sturgeon.train;

import dev.sturgeon.data.Targets;
import dev.sturgeon.stats.Bootstrap;
import dev.sturgeon.stats.Interval;
import dev.sturgeon.stats.Share;
import dev.sturgeon.trial.Guess;
import dev.sturgeon.trial.Metric;

/**
 * How far a network's figure may be off for want of examples: of an accuracy by the binomial
 * distribution, with Wilson's interval; of all other figures by the bootstrap. Where all its draws
 * say the same, as of a network that makes no mistake on few examples, it knows nothing, and a
 * figure from 0 to 1 is taken for a share of as many examples.
 */
public final class Uncertainty {
  private static final long SEED = 1;

  private Uncertainty() {}

  /**
   * The figure's standard error.
   *
   * @param outputs what the network says, as {@link Evaluation#of} takes it
   */
  public static double standardError(Metric metric, float[] outputs, Targets targets) {
    if (metric == Metric.ACCURACY) {
      return share(outputs, targets).standardError();
    }
    double error = bootstrap(metric, outputs, targets).standardError();
    return error > 0
        ? error
        : Guess.standardError(metric, value(metric, outputs, targets), targets.rows());
  }

  /** Where the figure lies on examples like these, at 95 %. */
  public static Interval interval95(Metric metric, float[] outputs, Targets targets) {
    if (metric == Metric.ACCURACY) {
      return share(outputs, targets).interval95();
    }
    Interval drawn = bootstrap(metric, outputs, targets).interval95();
    return drawn.low() < drawn.high()
        ? drawn
        : Guess.share(metric, value(metric, outputs, targets), targets.rows())
            .map(Share::interval95)
            .orElse(drawn);
  }

  private static Share share(float[] outputs, Targets targets) {
    return Share.of(value(Metric.ACCURACY, outputs, targets), targets.rows());
  }

  private static double value(Metric metric, float[] outputs, Targets targets) {
    return Evaluation.of(outputs, targets).metric(metric);
  }

  private static Bootstrap bootstrap(Metric metric, float[] outputs, Targets targets) {
    int rows = targets.rows();
    int width = outputs.length / rows;
    return Bootstrap.of(
        rows,
        drawn -> Evaluation.of(rows(outputs, width, drawn), targets.rows(drawn)).metric(metric),
        SEED);
  }

  private static float[] rows(float[] outputs, int width, int[] drawn) {
    float[] some = new float[outputs.length];
    for (int i = 0; i < drawn.length; i++) {
      System.arraycopy(outputs, drawn[i] * width, some, i * width, width);
    }
    return some;
  }
}
