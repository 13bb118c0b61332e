package dev.sturgeon.space;

import java.util.Locale;

/**
 * How a number's range is spread over the unit interval (Ng, Improving Deep Neural Networks, week
 * 3: "using an appropriate scale to pick hyperparameters").
 */
public enum Scale {
  /** Equal steps are equally likely. */
  LINEAR,
  /** Equal ratios are equally likely: learning rates, penalties. The range must be positive. */
  LOG,
  /**
   * Equal ratios of the distance to 1 are equally likely: 1 minus a log-uniform value, for momentum
   * and other decay rates of averages. The range must lie below 1.
   */
  REVERSE_LOG;

  /** The name used in configurations: linear, log, reverse-log. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  double transform(double x) {
    return switch (this) {
      case LINEAR -> x;
      case LOG -> Math.log(x);
      case REVERSE_LOG -> -Math.log1p(-x);
    };
  }

  double invert(double y) {
    return switch (this) {
      case LINEAR -> y;
      case LOG -> Math.exp(y);
      case REVERSE_LOG -> -Math.expm1(-y);
    };
  }
}
