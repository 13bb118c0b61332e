package dev.sturgeon.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;

/** What follows from all results about the end of the budget: what is best, what is worth a try. */
final class Model {
  private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

  /**
   * Halfway between improvement alone and improvement a second, which is too fond of quick ones.
   */
  private static final double COST = 0.5;

  private final GaussianProcess process;
  private final double end;
  private final Optional<Costs> costs;
  private final List<Rated> ranked;

  /** A known point and what it is expected to be worth at the end. */
  private record Rated(double[] point, double mean) {}

  /**
   * A model.
   *
   * @param process fitted to what is known
   * @param known at least one result
   * @param end the level of the whole budget
   * @param costs what an epoch takes; empty where that does not count
   */
  Model(GaussianProcess process, List<Observation> known, double end, Optional<Costs> costs) {
    this.process = process;
    this.end = end;
    this.costs = costs;
    this.ranked =
        known.stream()
            .map(one -> new Rated(one.point(), process.mean(one.point(), end)))
            .sorted(Comparator.comparingDouble(Rated::mean).reversed())
            .toList();
  }

  /** How many results it knows. */
  int size() {
    return ranked.size();
  }

  /** The known points that are expected to be best, the best first. */
  List<double[]> best(int most) {
    return ranked.stream().limit(most).map(Rated::point).toList();
  }

  /**
   * The logarithm of the improvement on the best known point that is to be expected, for the root
   * of the seconds it takes.
   */
  double worth(double[] point) {
    GaussianProcess.Expected expected = process.at(point, end);
    double z = (expected.mean() - ranked.get(0).mean()) / expected.deviation();
    double improvement =
        expected.deviation() * (z * STANDARD.cumulativeProbability(z) + STANDARD.density(z));
    double seconds = costs.map(cost -> cost.logSeconds(point)).orElse(0.0);
    return Math.log(Math.max(improvement, Double.MIN_NORMAL)) - COST * seconds;
  }

  /** The share of all results that are expected to be better than a point's. */
  double share(double[] point) {
    return 1 - STANDARD.cumulativeProbability(process.mean(point, end));
  }
}
