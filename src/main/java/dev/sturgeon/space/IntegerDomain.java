package dev.sturgeon.space;

import java.util.List;

/**
 * Whole numbers from low to high, both included, on a scale, in steps.
 *
 * @param low smallest value
 * @param high largest value
 * @param scale linear or log; on a log scale each number is as likely as its share of the range
 *     from half a step below low to half a step above the last one
 * @param step distance between neighbouring values, counted from low; 1 for every whole number
 */
public record IntegerDomain(long low, long high, Scale scale, long step) implements Domain {

  /** Checks the bounds against each other and the scale. */
  public IntegerDomain {
    Bounds.checkInteger(low, high);
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
    return Value.of(low + steps().indexAt(unit) * step);
  }

  @Override
  public double unitOf(Value value) {
    return steps().unitOf(index(value));
  }

  @Override
  public double share(Value value) {
    return steps().share(index(value));
  }

  private int index(Value value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + this);
    }
    return (int) ((((Value.Int) value).value() - low) / step);
  }

  @Override
  public boolean contains(Value value) {
    return value instanceof Value.Int integer
        && integer.value() >= low
        && integer.value() <= high
        && (integer.value() - low) % step == 0;
  }

  @Override
  public List<Value> levels(int most) {
    int count = steps().count();
    return count <= most
        ? Levels.all(count, i -> Value.of(low + i * step))
        : Levels.spread(this, most);
  }

  private Steps steps() {
    return new Steps(low, step, Math.toIntExact((high - low) / step + 1), scale);
  }

  @Override
  public String toString() {
    return Bounds.describe("integer", low, high, scale, step == 1 ? null : step);
  }
}
