package dev.sturgeon.sample;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Region;
import java.util.SplittableRandom;

/** Random points of a region: anywhere, or around a known one. */
final class Points {
  private static final double LEAST_STEP = 0.05;
  private static final double MOST_STEP = 0.2;
  private static final int TRIES = 20;

  private Points() {}

  static Configuration uniform(Region region, SplittableRandom chance) {
    double[] cube = new double[region.space().dimension()];
    for (int i = 0; i < cube.length; i++) {
      cube[i] = chance.nextDouble();
    }
    return region.at(cube);
  }

  /**
   * A point near another one: each coordinate moves by a normally distributed step of one width,
   * drawn anew each time; where a hyperparameter was inactive, or is a category and moves far
   * enough, it is drawn anew.
   *
   * @param centre in the unit cube; NaN where inactive
   */
  static Configuration around(Region region, double[] centre, SplittableRandom chance) {
    double width = LEAST_STEP + (MOST_STEP - LEAST_STEP) * chance.nextDouble();
    double[] point = new double[centre.length];
    for (int i = 0; i < point.length; i++) {
      boolean anew =
          Double.isNaN(centre[i]) || (region.isCategorical(i) && chance.nextDouble() < width);
      point[i] =
          anew
              ? chance.nextDouble()
              : region.isCategorical(i) ? centre[i] : near(centre[i], width, chance);
    }
    return region.nearest(point);
  }

  /** Within the unit interval, whose edges do not attract. */
  private static double near(double centre, double width, SplittableRandom chance) {
    for (int i = 0; i < TRIES; i++) {
      double moved = centre + width * gaussian(chance);
      if (moved >= 0 && moved <= 1) {
        return moved;
      }
    }
    return centre;
  }

  /** Box and Muller's; the JDK's own would keep a second one for the next call. */
  private static double gaussian(SplittableRandom chance) {
    double radius = Math.sqrt(-2 * Math.log(1 - chance.nextDouble()));
    return radius * Math.cos(2 * Math.PI * chance.nextDouble());
  }
}
