package dev.sturgeon.space;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Real numbers from low to high, both included, on a scale, optionally in steps.
 *
 * @param low smallest value: the real one, never an exponent
 * @param high largest value
 * @param scale how the unit interval is spread over the range
 * @param step distance between neighbouring values, counted from low; null for none. Each step
 *     value is as likely as the scale makes the numbers nearest to it; where steps do not divide
 *     the range, the last one lies below high
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
    Bounds.checkUnit(unit);
    if (step != null) {
      Steps steps = steps(step);
      return Value.of(steps.number(steps.indexAt(unit)));
    }
    // The ends are met exactly: exp(log(x)) need not be x.
    if (unit == 0 || unit == 1) {
      return Value.of(unit == 0 ? low : high);
    }
    double from = scale.transform(low);
    double x = scale.invert(from + unit * (scale.transform(high) - from));
    return Value.of(Math.min(high, Math.max(low, x)));
  }

  @Override
  public double unitOf(Value value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + this);
    }
    double x = number(value);
    if (step != null) {
      Steps steps = steps(step);
      return steps.unitOf(steps.indexOf(x));
    }
    double from = scale.transform(low);
    return (scale.transform(x) - from) / (scale.transform(high) - from);
  }

  @Override
  public double share(Value value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + this);
    }
    return step == null ? 0 : steps(step).share(steps(step).indexOf(number(value)));
  }

  @Override
  public boolean contains(Value value) {
    if (value instanceof Value.Text) {
      return false;
    }
    double x = number(value);
    return step == null ? x >= low && x <= high : steps(step).indexOf(x) >= 0;
  }

  @Override
  public List<Value> levels(int most) {
    if (step != null && steps(step).count() <= most) {
      Steps steps = steps(step);
      return Levels.all(steps.count(), i -> Value.of(steps.number(i)));
    }
    return Levels.spread(this, most);
  }

  private Steps steps(double size) {
    return Steps.between(low, high, size, scale);
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
