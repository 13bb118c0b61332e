package dev.sturgeon.train;

/**
 * Sums up, entry by entry, how two gradients compare. Belongs to one thread.
 *
 * <p>An entry that is no number makes the difference none.
 */
public final class GradientTally {
  private double distance;
  private double analytic;
  private double numeric;
  private double noise;
  private int count;

  /** Takes one entry in. */
  public void add(double analyticDerivative, NumericDerivative numericDerivative) {
    double other = numericDerivative.value();
    distance += square(analyticDerivative - other);
    analytic += square(analyticDerivative);
    numeric += square(other);
    noise += square(numericDerivative.noise());
    count++;
  }

  /** Takes in all that another one has. */
  public void add(GradientTally other) {
    distance += other.distance;
    analytic += other.analytic;
    numeric += other.numeric;
    noise += other.noise;
    count += other.count;
  }

  /** How many entries there are. */
  public int count() {
    return count;
  }

  /** ‖g - ĝ‖ / (‖g‖ + ‖ĝ‖); 0 where both are 0. */
  public double difference() {
    return distance == 0 ? 0 : Math.sqrt(distance) / (Math.sqrt(analytic) + Math.sqrt(numeric));
  }

  /** What the difference means; one that rounding alone can make is good. */
  public GradientVerdict verdict() {
    return distance <= noise || Math.max(analytic, numeric) <= noise
        ? GradientVerdict.GOOD
        : GradientVerdict.on(difference());
  }

  /**
   * Whether a good verdict says nothing, since one of the gradients is too small to tell from
   * rounding.
   */
  public boolean isFaint() {
    return verdict() == GradientVerdict.GOOD && count > 0 && Math.min(analytic, numeric) <= noise;
  }

  private static double square(double x) {
    return x * x;
  }
}
