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
   * A point near another one: each coordinate, as the region stretches it, moves by a normally
   * distributed step of one width, drawn anew each time. A hyperparameter that was inactive is
   * drawn anew, and so is now and then a category, and one whose choice the region does not have.
   *
   * @param centre in the unit cube, within the region or not; NaN where inactive
   */
  static Configuration around(Region region, double[] centre, SplittableRandom chance) {
    double width = LEAST_STEP + (MOST_STEP - LEAST_STEP) * chance.nextDouble();
    double[] cube = region.within(centre);
    for (int i = 0; i < cube.length; i++) {
      boolean category = region.isCategorical(i);
      if (Double.isNaN(cube[i]) || (category && chance.nextDouble() < width)) {
        cube[i] = chance.nextDouble();
      } else if (!category) {
        cube[i] = near(cube[i], width, chance);
      }
    }
    return region.at(cube);
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
