package dev.sturgeon.space;

import java.util.List;

/**
 * The powers of two from low to high, both included, all equally likely: mini-batch sizes, units.
 *
 * @param low smallest value, a power of two
 * @param high largest value, a power of two
 */
public record PowersOfTwo(long low, long high) implements Domain {

  /** Checks that both bounds are powers of two in order. */
  public PowersOfTwo {
    if (low < 1 || Long.bitCount(low) != 1 || high < 1 || Long.bitCount(high) != 1) {
      throw new IllegalArgumentException(
          "bounds must be powers of two, not " + low + " and " + high);
    }
    if (low >= high) {
      throw new IllegalArgumentException("low " + low + " must be below high " + high);
    }
    Bounds.checkInteger(low, high);
  }

  @Override
  public Value at(double unit) {
    return Value.of(low << (int) (Bounds.clamp(unit) * count()));
  }

  @Override
  public double unitOf(Value value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + this);
    }
    return (exponent(((Value.Int) value).value()) - exponent(low) + 0.5) / count();
  }

  @Override
  public double share(Value value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(value + " is not in " + this);
    }
    return 1.0 / count();
  }

  @Override
  public boolean contains(Value value) {
    return value instanceof Value.Int integer
        && integer.value() >= low
        && integer.value() <= high
        && Long.bitCount(integer.value()) == 1;
  }

  @Override
  public List<Value> levels(int most) {
    return count() <= most
        ? Levels.all(count(), i -> Value.of(low << i))
        : Levels.spread(this, most);
  }

  private int count() {
    return exponent(high) - exponent(low) + 1;
  }

  private static int exponent(long power) {
    return Long.numberOfTrailingZeros(power);
  }

  @Override
  public String toString() {
    return "powers of two " + low + "…" + high;
  }
}
