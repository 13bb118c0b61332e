package dev.sturgeon.train;

import dev.sturgeon.trial.Metric;

/**
 * What class probabilities are worth against the true labels. Immutable, except that it shares the
 * arrays it is given; safe for use by several threads while those do not change.
 */
final class ClassEvaluation implements Evaluation {
  /** Probabilities are raised to this before their logarithm is taken: float's precision. */
  static final double SMALLEST = Math.ulp(1f);

  private final float[] probabilities;
  private final int[] labels;
  private final int classes;
  private final ConfusionMatrix confusion;
  private final double loss;

  private ClassEvaluation(float[] probabilities, int[] labels, int classes) {
    this.probabilities = probabilities;
    this.labels = labels;
    this.classes = classes;
    this.confusion = ConfusionMatrix.of(probabilities, labels, classes);
    this.loss = crossEntropy();
  }

  /**
   * Compares predictions with the truth.
   *
   * @param probabilities row by row, one number per class
   * @param labels the true class of each row, at least one row
   * @param classes how many classes there are, at least two
   * @throws IllegalArgumentException if the sizes do not agree
   */
  static ClassEvaluation of(float[] probabilities, int[] labels, int classes) {
    if (labels.length == 0
        || classes < 2
        || probabilities.length != (long) labels.length * classes) {
      throw new IllegalArgumentException(
          "%d probabilities are not %d rows (1 or more) of %d classes (2 or more)"
              .formatted(probabilities.length, labels.length, classes));
    }
    return new ClassEvaluation(probabilities, labels, classes);
  }

  /**
   * Mean cross-entropy: the mean of -log p of the true class, p clipped at float's precision
   * (1.2e-7); NaN if a true class's p is.
   */
  @Override
  public double loss() {
    return loss;
  }

  /** How often each class was taken for each. */
  public ConfusionMatrix confusion() {
    return confusion;
  }

  /**
   * The value of a metric.
   *
   * <p>The areas take class 1 as positive where there are two classes, else the mean over the
   * classes, each against the rest; classes without a row, or with all of them, do not count. A
   * receiver operating characteristic without any pair to rank has area 0.5, precision-recall
   * without any positive has 0. The latter's area is the average precision, without interpolation
   * (Davis and Goadrich 2006).
   */
  @Override
  public double metric(Metric metric) {
    return switch (metric) {
      case ACCURACY -> confusion.accuracy();
      case BALANCED_ACCURACY -> confusion.balancedAccuracy();
      case F1_MACRO -> confusion.f1Macro();
      case LOG_LOSS -> loss;
      case ROC_AUC -> area(true);
      case PR_AUC -> area(false);
      case RMSE, MAE, R2 ->
          throw new IllegalArgumentException(metric.label() + " is no figure of classes");
    };
  }

  private double area(boolean roc) {
    double sum = 0;
    int counted = 0;
    for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
      Ranking ranking = Ranking.of(probabilities, labels, classes, c);
      if (ranking.hasBoth()) {
        sum += roc ? ranking.rocArea() : ranking.averagePrecision();
        counted++;
      }
    }
    if (counted > 0) {
      return sum / counted;
    }
    return roc ? 0.5 : undefinedPrecision();
  }

  /** Without both kinds of rows: all rows positive is perfect precision, none is 0. */
  private double undefinedPrecision() {
    return classes > 2 || labels[0] == 1 ? 1 : 0;
  }

  private double crossEntropy() {
    double sum = 0;
    for (int row = 0; row < labels.length; row++) {
      sum -= Math.log(Math.max(SMALLEST, probabilities[row * classes + labels[row]]));
    }
    return sum / labels.length;
  }
}
