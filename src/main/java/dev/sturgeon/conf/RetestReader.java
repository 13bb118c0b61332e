package dev.sturgeon.conf;

/** Reads the section {@code retest}: how a finished search's winner is tested again later. */
final class RetestReader {
  private final Section retest;

  RetestReader(Section retest) {
    this.retest = retest;
  }

  RetestConf read() {
    RetestConf usual = RetestConf.USUAL;
    int top = retest.find("top", Readers.count(RetestConf.MOST)).orElse(usual.top());
    int fresh = retest.find("fresh", RetestReader::fresh).orElse(usual.fresh());
    int selection =
        retest
            .find("selectionSeeds", Readers.count(RetestConf.MOST))
            .orElse(usual.selectionSeeds());
    int seeds = retest.find("seeds", RetestReader::seeds).orElse(usual.seeds());
    Double minGain = retest.find("minGain", RetestReader::gain).orElse(usual.minGain());
    retest.done();
    try {
      return new RetestConf(top, fresh, selection, seeds, minGain);
    } catch (IllegalArgumentException e) {
      retest.problem(Section.message(e));
      return usual;
    }
  }

  private static int fresh(Node node) {
    long count = Readers.whole(node);
    if (count < 0 || count > RetestConf.MOST) {
      throw new IllegalArgumentException(
          "%s is not a whole number from 0 to %d".formatted(node.shown(), RetestConf.MOST));
    }
    return (int) count;
  }

  private static int seeds(Node node) {
    int seeds = Readers.count(RetestConf.MOST).read(node);
    if (seeds < ConfirmConf.LEAST_SEEDS) {
      throw new IllegalArgumentException(
          "%s seed shows no spread; give %d to %d"
              .formatted(node.shown(), ConfirmConf.LEAST_SEEDS, RetestConf.MOST));
    }
    return seeds;
  }

  private static double gain(Node node) {
    double gain = Readers.number(node);
    if (gain < 0) {
      throw new IllegalArgumentException(
          node.shown() + " is below 0; give a gain in the metric's unit, such as 0.005");
    }
    return gain;
  }
}
