package dev.sturgeon.conf;

/**
 * Whether and how a search's best configurations are trained again at its end.
 *
 * @param enabled whether they are
 * @param seeds how many runs each gets, 2 or more
 * @param candidates how many there may be, 1 or more
 */
public record ConfirmConf(boolean enabled, int seeds, int candidates) {
  /** The least number of seeds: a single one shows no spread. */
  public static final int LEAST_SEEDS = 2;

  /** The greatest number of seeds. */
  public static final int MOST_SEEDS = 1000;

  /** What holds where a configuration says nothing. */
  public static final ConfirmConf USUAL = new ConfirmConf(true, 5, 8);

  /** Checks the numbers. */
  public ConfirmConf {
    if (seeds < LEAST_SEEDS || candidates < 1) {
      throw new IllegalArgumentException(
          "seeds are 2 or more and candidates 1 or more, not " + seeds + " and " + candidates);
    }
  }

  /** No confirmation. */
  ConfirmConf off() {
    return new ConfirmConf(false, seeds, candidates);
  }

  /** A confirmation for sure, of as many candidates. */
  public ConfirmConf on(int number) {
    return new ConfirmConf(true, number, candidates);
  }
}
