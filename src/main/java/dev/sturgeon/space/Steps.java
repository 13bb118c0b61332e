package dev.sturgeon.space;

import java.math.BigDecimal;

/**
 * Evenly spaced numbers on a scale, each with its share of the unit interval.
 *
 * <p>A number owns what lies nearest to it: from half a step below to half a step above, seen on
 * the scale. So on a linear scale all are equally likely, the two at the ends included. Where half
 * a step beyond an end would leave the scale (0 on a log scale, 1 on a reverse-log one), that end
 * owns half of what is left.
 *
 * @param low the first number
 * @param step the distance between neighbours
 * @param count how many there are
 * @param scale where shares are measured
 */
record Steps(double low, double step, int count, Scale scale) {
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  /** As many steps as fit between the bounds; the last number may lie below high. */
  static Steps between(double low, double high, double step, Scale scale) {
    return new Steps(low, step, count(low, high, step), scale);
  }

  /** Counted in decimal arithmetic: in binary, 0…0.3 is less than three steps of 0.1. */
  private static int count(double low, double high, double step) {
    BigDecimal range = BigDecimal.valueOf(high).subtract(BigDecimal.valueOf(low));
    BigDecimal steps = range.divideToIntegralValue(BigDecimal.valueOf(step));
    if (steps.compareTo(MOST) >= 0) {
      throw new IllegalArgumentException(
          "steps of " + step + " make too many values between " + low + " and " + high);
    }
    return steps.intValueExact() + 1;
  }

  /** Which number owns this point of the unit interval. */
  int indexAt(double unit) {
    double x = scale.invert(edge(0) + Bounds.clamp(unit) * (edge(count) - edge(0)));
    double index = Math.floor((x - low) / step + 0.5);
    return (int) Math.max(0, Math.min(count - 1, index));
  }

  /** The middle of the share of a number. */
  double unitOf(int index) {
    double middle = (edge(index) + edge(index + 1)) / 2;
    return (middle - edge(0)) / (edge(count) - edge(0));
  }

  /** How much of the unit interval a number owns. */
  double share(int index) {
    return (edge(index + 1) - edge(index)) / (edge(count) - edge(0));
  }

  /** The number itself, in decimal arithmetic: 3 steps of 0.1 are 0.3, not 0.30000000000000004. */
  double number(int index) {
    return BigDecimal.valueOf(step)
        .multiply(BigDecimal.valueOf(index))
        .add(BigDecimal.valueOf(low))
        .doubleValue();
  }

  /** The number nearest to x on a linear scale, if x is it but for rounding; else -1. */
  int indexOf(double x) {
    double index = Math.rint((x - low) / step);
    boolean inside = index >= 0 && index < count;
    return inside && Math.abs(number((int) index) - x) <= 1e-6 * step ? (int) index : -1;
  }

  /** The border below a number, on the scale. */
  private double edge(int index) {
    double border = low + (index - 0.5) * step;
    if (scale == Scale.LOG && index == 0) {
      border = Math.max(border, low / 2);
    }
    if (scale == Scale.REVERSE_LOG && index == count) {
      border = Math.min(border, (number(count - 1) + 1) / 2);
    }
    return scale.transform(border);
  }
}
