package dev.sturgeon.space;

/**
 * Whole numbers from low to high, both included, on a scale, in steps.
 *
 * @param low smallest value
 * @param high largest value
 * @param scale linear or log; on a log scale each number is as likely as its share of the range
 *     from low - 1/2 to high + 1/2
 * @param step distance between neighbouring values, counted from low; 1 for every whole number
 */
public record IntegerDomain(long low, long high, Scale scale, long step) implements Domain {

  /** Checks the bounds against each other and the scale. */
  public IntegerDomain {
    Bounds.check(low, high, scale, (double) step);
    if (scale == Scale.REVERSE_LOG) {
      throw new IllegalArgumentException("a reverse-log scale is for real numbers below 1");
    }
  }

  /** Every whole number of a range. */
  public static IntegerDomain of(long low, long high, Scale scale) {
    return new IntegerDomain(low, high, scale, 1);
  }

  @Override
  public Value at(double unit) {
    double x = scale.invert(edge(0) + Bounds.clamp(unit) * (edge(count()) - edge(0)));
    long steps = (long) Math.floor((x - low) / step + 0.5);
    return Value.of(low + Math.max(0, Math.min(count() - 1, steps)) * step);
  }

  @Override
  public double unitOf(Value value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + this);
    }
    long steps = (((Value.Int) value).value() - low) / step;
    double middle = (edge(steps) + edge(steps + 1)) / 2;
    return (middle - edge(0)) / (edge(count()) - edge(0));
  }

  @Override
  public boolean contains(Value value) {
    return value instanceof Value.Int integer
        && integer.value() >= low
        && integer.value() <= high
        && (integer.value() - low) % step == 0;
  }

  private long count() {
    return (high - low) / step + 1;
  }

  /** The transformed border below the k-th value; half a step below low it must stay positive. */
  private double edge(long k) {
    double border = low + (k - 0.5) * step;
    return scale.transform(scale == Scale.LOG && k == 0 ? Math.max(border, low / 2.0) : border);
  }

  @Override
  public String toString() {
    return Bounds.describe("integer", low, high, scale, step == 1 ? null : step);
  }
}
