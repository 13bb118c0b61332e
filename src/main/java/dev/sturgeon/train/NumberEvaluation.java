package dev.sturgeon.train;

import dev.sturgeon.data.TargetScale;
import dev.sturgeon.data.Targets;
import dev.sturgeon.trial.Metric;

/**
 * What predicted numbers are worth against the true ones. Metrics are in the target's own unit, the
 * loss is of scaled numbers.
 */
final class NumberEvaluation implements Evaluation {
  private final double squares;
  private final double absolutes;
  private final double variance;
  private final TargetScale scale;

  /** Means of scaled errors' squares and absolute values, and the scaled truth's variance. */
  private NumberEvaluation(double squares, double absolutes, double variance, TargetScale scale) {
    this.squares = squares;
    this.absolutes = absolutes;
    this.variance = variance;
    this.scale = scale;
  }

  static NumberEvaluation of(float[] outputs, Targets.Numbers truth) {
    int rows = truth.rows();
    if (rows == 0 || outputs.length != rows) {
      throw new IllegalArgumentException(
          "%d numbers are not one for each of %d rows (1 or more)".formatted(outputs.length, rows));
    }
    double mean = 0;
    for (float scaled : truth.scaled()) {
      mean += scaled / rows;
    }
    double squares = 0;
    double absolutes = 0;
    double variance = 0;
    for (int row = 0; row < rows; row++) {
      double error = (double) outputs[row] - truth.scaled()[row];
      double deviation = truth.scaled()[row] - mean;
      squares += error * error;
      absolutes += Math.abs(error);
      variance += deviation * deviation;
    }
    return new NumberEvaluation(squares / rows, absolutes / rows, variance / rows, truth.scale());
  }

  /** Mean squared error of the scaled numbers. */
  @Override
  public double loss() {
    return squares;
  }

  /**
   * The value of a metric. Where the truth never varies, R² is 0, unless every prediction is right,
   * when it is 1.
   */
  @Override
  public double metric(Metric metric) {
    return switch (metric) {
      case RMSE -> Math.sqrt(squares) * scale.std();
      case MAE -> absolutes * scale.std();
      case R2 -> variance > 0 ? 1 - squares / variance : squares == 0 ? 1 : 0;
      default -> throw new IllegalArgumentException(metric.label() + " is no figure of numbers");
    };
  }
}
