package dev.sturgeon.conf;

/** Reads the section {@code versus}: how searching and watching are compared. */
final class VersusReader {
  private static final int MOST_SEEDS = 1000;

  private final Section versus;

  VersusReader(Section versus) {
    this.versus = versus;
  }

  VersusConf read() {
    VersusConf usual = VersusConf.USUAL;
    VersusConf read =
        new VersusConf(
            versus.find("seeds", Readers.count(MOST_SEEDS)).orElse(usual.seeds()),
            versus.find("coreSeconds", VersusReader::coreSeconds).orElse(usual.coreSeconds()));
    versus.done();
    return read;
  }

  private static double coreSeconds(Node node) {
    double seconds = Readers.number(node);
    if (!(seconds > 0)) {
      throw new IllegalArgumentException(
          node.shown() + " leaves nothing to train with; give core-seconds above 0, such as 600");
    }
    return seconds;
  }
}
