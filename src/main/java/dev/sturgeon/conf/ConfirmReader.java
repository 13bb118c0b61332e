package dev.sturgeon.conf;

/** Reads the section {@code confirm}: whether and how the best configurations are trained again. */
final class ConfirmReader {
  private static final int MOST_CANDIDATES = 1000;

  private final Section confirm;

  ConfirmReader(Section confirm) {
    this.confirm = confirm;
  }

  ConfirmConf read() {
    ConfirmConf usual = ConfirmConf.USUAL;
    ConfirmConf read =
        new ConfirmConf(
            confirm.find("enabled", Readers::flag).orElse(usual.enabled()),
            confirm.find("seeds", ConfirmReader::seeds).orElse(usual.seeds()),
            confirm.find("candidates", Readers.count(MOST_CANDIDATES)).orElse(usual.candidates()));
    confirm.done();
    return read;
  }

  private static int seeds(Node node) {
    int seeds = Readers.count(ConfirmConf.MOST_SEEDS).read(node);
    if (seeds < ConfirmConf.LEAST_SEEDS) {
      throw new IllegalArgumentException(
          "%s seed shows no spread; give %d to %d, or enabled: false"
              .formatted(node.shown(), ConfirmConf.LEAST_SEEDS, ConfirmConf.MOST_SEEDS));
    }
    return seeds;
  }
}
