package dev.sturgeon.conf;

import org.jspecify.annotations.Nullable;

/**
 * How a finished search's winner is tested again later.
 *
 * @param top how many of the search's configurations are trained again, the winner included; 1 or
 *     more
 * @param fresh how many new ones are sampled, 0 or more
 * @param selectionSeeds with how many seeds the challenger is chosen, 1 or more
 * @param seeds with how many fresh ones it is judged, 2 or more
 * @param minGain a gain up to this is not worth a new search, in the metric's unit, 0 or more; null
 *     for one standard error of the winner's dev figure
 */
public record RetestConf(
    int top, int fresh, int selectionSeeds, int seeds, @Nullable Double minGain) {
  /** The greatest of each number. */
  public static final int MOST = 1000;

  /** What holds where a configuration says nothing. */
  public static final RetestConf USUAL = new RetestConf(5, 5, 2, 5, null);

  /** Checks the numbers. */
  public RetestConf {
    between("top", 1, top);
    between("fresh", 0, fresh);
    between("selectionSeeds", 1, selectionSeeds);
    between("seeds", ConfirmConf.LEAST_SEEDS, seeds);
    if (top + fresh < 2) {
      throw new IllegalArgumentException(
          "top 1 and fresh 0 leave nothing to compare the winner with; give more of one");
    }
    if (minGain != null && !(minGain >= 0 && Double.isFinite(minGain))) {
      throw new IllegalArgumentException("minGain is " + minGain + " but must be 0 or more");
    }
  }

  private static void between(String name, int least, int number) {
    if (number < least || number > MOST) {
      throw new IllegalArgumentException(
          "%s is %d but must be from %d to %d".formatted(name, number, least, MOST));
    }
  }
}
