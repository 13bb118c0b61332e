package dev.sturgeon.conf;

/**
 * How searching and watching are compared.
 *
 * @param seeds over how many seeds, 1 or more: the study's own and those after it
 * @param coreSeconds what either may hold of the cluster with each seed, above 0
 */
public record VersusConf(int seeds, double coreSeconds) {
  /** What holds where a configuration says nothing. */
  public static final VersusConf USUAL = new VersusConf(5, 600);

  /** Checks the numbers. */
  public VersusConf {
    if (seeds < 1 || !(coreSeconds > 0 && Double.isFinite(coreSeconds))) {
      throw new IllegalArgumentException(
          "seeds are 1 or more and coreSeconds above 0, not " + seeds + " and " + coreSeconds);
    }
  }
}
