package dev.sturgeon.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The difference of two means that were measured apart from one another (Welch, "The generalization
 * of Student's problem when several different population variances are involved", 1947).
 */
public final class Welch {
  /** From here on Student's t is as good as normal. */
  private static final double MANY = 1e6;

  private Welch() {}

  /**
   * Where the true difference, first less second, lies at 95 %.
   *
   * <p>Each mean may have a further standard error that all values of its sample share, such as
   * that of the examples they were all measured on: it does not shrink with their number. A sample
   * of a single value is taken to spread as the other one does; of two such nothing is known.
   *
   * @param first a sample
   * @param firstError its shared standard error, 0 or more
   * @param second the other one
   * @param secondError its shared standard error, 0 or more
   */
  public static Interval difference95(
      Sample first, double firstError, Sample second, double secondError) {
    int n = first.values().length;
    int m = second.values().length;
    if (n == 1 && m == 1) {
      return Interval.UNKNOWN;
    }
    double a = square(n == 1 ? second.deviation() : first.deviation()) / n;
    double b = square(m == 1 ? first.deviation() : second.deviation()) / m;
    // Satterthwaite's degrees of freedom; one estimate of the spread that serves twice counts once.
    double uncertain =
        n == 1 || m == 1
            ? square(a + b) / (Math.max(n, m) - 1)
            : square(a) / (n - 1) + square(b) / (m - 1);
    double variance = a + b + square(firstError) + square(secondError);
    double freedom = uncertain == 0 ? MANY : Math.min(MANY, square(variance) / uncertain);
    double t =
        new TDistribution(null, freedom)
            .inverseCumulativeProbability((1 + Interval.CONFIDENCE) / 2);
    double difference = first.mean() - second.mean();
    double reach = t * Math.sqrt(variance);
    return new Interval(difference - reach, difference + reach);
  }

  private static double square(double x) {
    return x * x;
  }
}
