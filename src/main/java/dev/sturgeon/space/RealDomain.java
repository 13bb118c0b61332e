package dev.sturgeon.space;

import org.jspecify.annotations.Nullable;

/**
 * Real numbers from low to high, both included, on a scale, optionally in steps.
 *
 * @param low smallest value: the real one, never an exponent
 * @param high largest value
 * @param scale how the unit interval is spread over the range
 * @param step distance between neighbouring values, counted from low; null for none. Each step
 *     value is as likely as the scale makes the values nearest to it
 */
public record RealDomain(double low, double high, Scale scale, @Nullable Double step)
    implements Domain {

  /** Checks the bounds against each other and the scale. */
  public RealDomain {
    Bounds.check(low, high, scale, step);
  }

  /** Real numbers in a range without steps. */
  public static RealDomain of(double low, double high, Scale scale) {
    return new RealDomain(low, high, scale, null);
  }

  @Override
  public Value at(double unit) {
    double from = scale.transform(low);
    double x = scale.invert(from + Bounds.clamp(unit) * (scale.transform(high) - from));
    return Value.of(Math.min(high, Math.max(low, step == null ? x : snap(x, step))));
  }

  @Override
  public double unitOf(Value value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + this);
    }
    double from = scale.transform(low);
    return (scale.transform(number(value)) - from) / (scale.transform(high) - from);
  }

  @Override
  public boolean contains(Value value) {
    if (value instanceof Value.Text) {
      return false;
    }
    double x = number(value);
    return x >= low
        && x <= high
        && (step == null || Math.abs(snap(x, step) - x) <= 1e-9 * Math.max(1, Math.abs(x)));
  }

  private double snap(double x, double size) {
    double steps = Math.min(Math.rint((x - low) / size), Math.floor((high - low) / size + 1e-9));
    return low + steps * size;
  }

  private static double number(Value value) {
    return value instanceof Value.Int integer
        ? (double) integer.value()
        : ((Value.Real) value).value();
  }

  @Override
  public String toString() {
    return Bounds.describe("real", low, high, scale, step);
  }
}
