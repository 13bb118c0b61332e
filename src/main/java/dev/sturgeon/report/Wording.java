package dev.sturgeon.report;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Task;
import dev.sturgeon.trial.Trial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How numbers, durations and values read, the same everywhere and in every locale. */
public final class Wording {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  private Wording() {}

  /** A metric or loss: four decimals, unless it is so small or large that these say little. */
  public static String score(double score) {
    if (!Double.isFinite(score)) {
      return "–";
    }
    double size = Math.abs(score);
    if ((size > 0 && size < 1e-3) || size >= 1e7) {
      return number(score);
    }
    return String.format(Locale.ROOT, size < 1e3 ? "%.4f" : "%.1f", score);
  }

  /** How a metric's values are to be read. */
  static String reading(Metric metric) {
    String unit = metric == Metric.RMSE || metric == Metric.MAE ? ", in the label's own unit" : "";
    return metric.label()
        + unit
        + ": "
        + (metric.isMaximised() ? "higher" : "lower")
        + " is better.";
  }

  /** What a task's loss is. */
  static String loss(Task task) {
    return task == Task.CLASSIFICATION
        ? "loss: mean cross-entropy."
        : "loss: mean squared error of the label scaled to standard deviation 1.";
  }

  /** A number with at most four significant digits, without needless zeros. */
  public static String number(double x) {
    if (!Double.isFinite(x)) {
      return Double.toString(x);
    }
    double size = Math.abs(x);
    BigDecimal rounded = new BigDecimal(x).round(FOUR_DIGITS).stripTrailingZeros();
    return size == 0 || (size >= 1e-4 && size < 1e7)
        ? rounded.toPlainString()
        : rounded.unscaledValue().signum() == 0 ? "0" : scientific(rounded);
  }

  private static String scientific(BigDecimal x) {
    int exponent = x.precision() - x.scale() - 1;
    return x.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }

  /** What happened to the cluster, a few words each; empty where nothing did. */
  public static List<String> troubles(int executorsLost, int lateResults) {
    List<String> troubles = new ArrayList<>();
    if (executorsLost > 0) {
      troubles.add(executorsLost + (executorsLost == 1 ? " executor lost" : " executors lost"));
    }
    if (lateResults > 0) {
      troubles.add(lateResults + " late " + (lateResults == 1 ? "result" : "results") + " dropped");
    }
    return troubles;
  }

  /** A duration of this many seconds: "4.2 s", "12 min 03 s", "2 h 05 min". */
  public static String duration(double seconds) {
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  /** A trial's status, in lower case. */
  static String status(Trial.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The text as a terminal may show it: what data and messages bring along of control characters,
   * line ends, invisible characters and changes of the writing direction becomes blank.
   */
  public static String plain(String text) {
    return UNSEEN.matcher(text).replaceAll(" ");
  }

  /** A hyperparameter's value. */
  public static String value(Value value) {
    return value instanceof Value.Real real ? number(real.value()) : value.toString();
  }

  /** A hyperparameter's value in a configuration; "–" where it does not exist. */
  static String value(Configuration configuration, String name) {
    return configuration.has(name) ? value(configuration.get(name)) : "–";
  }
}
