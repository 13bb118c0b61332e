package dev.sturgeon.trial;

import dev.sturgeon.stats.Share;
import java.util.Optional;

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
    return share(metric, value, rows)
        .map(Share::standardError)
        .orElseGet(() -> Math.abs(metric == Metric.R2 ? 1 - value : value) / Math.sqrt(rows));
  }

  /**
   * A figure from 0 to 1 as the share of as many examples, which only an accuracy is in truth;
   * empty for other figures.
   *
   * @param rows how many examples the value is of, one or more
   */
  public static Optional<Share> share(Metric metric, double value, int rows) {
    return switch (metric) {
      case ACCURACY, BALANCED_ACCURACY, F1_MACRO, ROC_AUC, PR_AUC ->
          Double.isFinite(value)
              ? Optional.of(Share.of(Math.min(1, Math.max(0, value)), rows))
              : Optional.empty();
      case LOG_LOSS, RMSE, MAE, R2 -> Optional.empty();
    };
  }
}
