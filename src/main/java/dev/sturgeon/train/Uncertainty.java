package dev.sturgeon.train;

import dev.sturgeon.data.Targets;
import dev.sturgeon.stats.Bootstrap;
import dev.sturgeon.stats.Interval;
import dev.sturgeon.stats.Share;
import dev.sturgeon.trial.Metric;

/**
 * How far a network's figure may be off for want of examples: of an accuracy by the binomial
 * distribution, with Wilson's interval; of all other figures by the bootstrap.
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
    return metric == Metric.ACCURACY
        ? share(outputs, targets).standardError()
        : bootstrap(metric, outputs, targets).standardError();
  }

  /** Where the figure lies on examples like these, at 95 %. */
  public static Interval interval95(Metric metric, float[] outputs, Targets targets) {
    return metric == Metric.ACCURACY
        ? share(outputs, targets).interval95()
        : bootstrap(metric, outputs, targets).interval95();
  }

  private static Share share(float[] outputs, Targets targets) {
    double accuracy = Evaluation.of(outputs, targets).metric(Metric.ACCURACY);
    return Share.of(accuracy, targets.rows());
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
