package dev.sturgeon.train;

import java.util.function.DoubleUnaryOperator;

/**
 * A derivative worked out from a function's values alone.
 *
 * <p>Two-sided differences of steps 1e-5 and 5e-6, extrapolated to step 0 (Richardson). Where a
 * function is smooth, the difference of its one-sided slopes halves with the step; where it does
 * not, the function has a kink within the step (as ReLU and max pooling have), and there is no
 * derivative to compare with. A function that kinks within 1e-5 is tried with 1e-6 once more.
 *
 * @param value the derivative; without meaning at a kink
 * @param noise how far rounding may have moved the value
 * @param kink whether the function has a kink too near to tell
 */
public record NumericDerivative(double value, double noise, boolean kink) {
  private static final double[] STEPS = {1e-5, 1e-6};

  /** Rounding of one evaluation, in units in the last place of its value. */
  private static final double ROUNDING = 16;

  /**
   * The derivative of a function.
   *
   * @param function what is to be differentiated
   * @param x where
   * @param here the function's value there
   */
  public static NumericDerivative of(DoubleUnaryOperator function, double x, double here) {
    NumericDerivative derivative = of(function, x, here, STEPS[0]);
    return derivative.kink ? of(function, x, here, STEPS[1]) : derivative;
  }

  private static NumericDerivative of(
      DoubleUnaryOperator function, double x, double here, double step) {
    Slopes wide = Slopes.of(function, x, here, step);
    Slopes narrow = Slopes.of(function, x, here, step / 2);
    double noise = ROUNDING * Math.ulp(here) / step;
    boolean kink = Math.abs(wide.bend() - 2 * narrow.bend()) > 4 * noise;
    return new NumericDerivative((4 * narrow.mean() - wide.mean()) / 3, noise, kink);
  }

  /** The slopes to both sides of a point. */
  private record Slopes(double left, double right) {

    static Slopes of(DoubleUnaryOperator function, double x, double here, double step) {
      double below = x - step;
      double above = x + step;
      return new Slopes(
          (here - function.applyAsDouble(below)) / (x - below),
          (function.applyAsDouble(above) - here) / (above - x));
    }

    double bend() {
      return right - left;
    }

    double mean() {
      return (left + right) / 2;
    }
  }
}
