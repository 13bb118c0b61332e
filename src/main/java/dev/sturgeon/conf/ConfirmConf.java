package dev.sturgeon.conf;

/**
 * Whether and how a search's best configurations are trained again at its end.
 *
 * @param enabled whether they are
 * @param seeds how many runs each gets, 2 or more
 * @param candidates how many there may be, 1 or more
 */
public record ConfirmConf(boolean enabled, int seeds, int candidates) {
  /** What holds where a configuration says nothing. */
  public static final ConfirmConf USUAL = new ConfirmConf(true, 5, 8);

  /** Checks the numbers. */
  public ConfirmConf {
    if (seeds < 2 || candidates < 1) {
      throw new IllegalArgumentException(
          "seeds are 2 or more and candidates 1 or more, not " + seeds + " and " + candidates);
    }
  }

  /** No confirmation. */
  ConfirmConf off() {
    return new ConfirmConf(false, seeds, candidates);
  }

  /** The same with other seeds. */
  public ConfirmConf withSeeds(int number) {
    return new ConfirmConf(enabled, number, candidates);
  }
}
