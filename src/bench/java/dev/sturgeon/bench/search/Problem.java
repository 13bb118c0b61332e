package dev.sturgeon.bench.search;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import java.util.List;

/** A data set to search on: what may vary, and how each configuration learns. */
interface Problem {

  /** A name of few letters, for figures. */
  String name();

  /** What may vary. */
  SearchSpace space();

  /** The whole budget of a trial. */
  int maxEpochs();

  /**
   * How a configuration learns. The same for the same two arguments.
   *
   * @param seed the trial's seed, for what chance does to it
   */
  Curve curve(Configuration configuration, long seed);

  /**
   * What configurations come to at the end of their budget, all at once, since that is quicker than
   * one curve after the other.
   *
   * @param seed whatever chance does to them
   */
  List<Point> last(List<Configuration> configurations, long seed);

  /**
   * Where a trial stands after an epoch.
   *
   * @param score its score on the dev part; more is better
   * @param seconds how long it took to get there from the beginning
   */
  record Point(double score, double seconds) {}
}
