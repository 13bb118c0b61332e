package dev.sturgeon.bench.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * All outcomes on one data set.
 *
 * @param problem the data set's name
 * @param oracle seconds of the simulated clock that the quickest target configuration takes alone
 * @param seeds the outcomes of each seed
 */
record Results(String problem, double oracle, List<Map<Entry, Outcome>> seeds) {
  Results {
    seeds = List.copyOf(seeds);
  }

  /**
   * Who ran.
   *
   * @param contender the search's name
   * @param workers the number of workers
   */
  record Entry(String contender, int workers) {}

  /** A figure of each seed's study. */
  double[] values(Entry entry, ToDoubleFunction<Outcome> figure) {
    return seeds.stream()
        .map(outcomes -> Objects.requireNonNull(outcomes.get(entry)))
        .mapToDouble(figure)
        .toArray();
  }

  /**
   * How many times as long random search takes with as many workers.
   *
   * @param share of the seeds: 0.5 for the median
   */
  double speedUp(Entry entry, ToDoubleFunction<Outcome> time, double share) {
    return Statistics.speedUp(
        randomly(entry, time, share), Statistics.quantile(values(entry, time), share));
  }

  /** The same of whoever knows the quickest target configuration and trains nothing else. */
  double oracleSpeedUp(Entry entry) {
    return Statistics.speedUp(randomly(entry, Outcome::hard, 0.5), oracle);
  }

  private double randomly(Entry entry, ToDoubleFunction<Outcome> time, double share) {
    return Statistics.quantile(values(new Entry(Contenders.RANDOM, entry.workers()), time), share);
  }
}
