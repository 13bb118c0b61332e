package dev.sturgeon.report;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers, durations and values read, the same everywhere and in every locale. */
public final class Wording {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Wording() {}

  /** A metric or loss: four decimals. */
  public static String score(double score) {
    return Double.isFinite(score) ? String.format(Locale.ROOT, "%.4f", score) : "–";
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

  /** A hyperparameter's value. */
  public static String value(Value value) {
    return value instanceof Value.Real real ? number(real.value()) : value.toString();
  }

  /** A hyperparameter's value in a configuration; "–" where it does not exist. */
  static String value(Configuration configuration, String name) {
    return configuration.has(name) ? value(configuration.get(name)) : "–";
  }
}
