package dev.sturgeon.trial;

import dev.sturgeon.stats.Share;

/** How far a metric's value may be off for want of examples, where only the value is known. */
public final class Guess {

  private Guess() {}

  /**
   * The standard error: of an accuracy by the binomial distribution, of other figures roughly that
   * of as many independent examples, for want of the network's outputs.
   *
   * @param rows how many examples the value is of
   */
  public static double standardError(Metric metric, double value, int rows) {
    if (rows < 1 || !Double.isFinite(value)) {
      return 0;
    }
    return switch (metric) {
      case ACCURACY, BALANCED_ACCURACY, F1_MACRO, ROC_AUC, PR_AUC ->
          Share.of(Math.min(1, Math.max(0, value)), rows).standardError();
      case LOG_LOSS, RMSE, MAE -> Math.abs(value) / Math.sqrt(rows);
      case R2 -> Math.abs(1 - value) / Math.sqrt(rows);
    };
  }
}
