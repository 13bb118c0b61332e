package dev.sturgeon.sample;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Domain;
import dev.sturgeon.space.SearchSpace;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How alike two configurations do: Matérn 5/2 in the distance of their points in the unit cube,
 * times a squared exponential in the ratio of their epochs.
 *
 * <p>Two different choices of a category are at a fixed distance, and so are a hyperparameter that
 * is active and one that is not; where it is inactive in both, there is no difference. Lengths grow
 * with the root of the number of hyperparameters, as distances in a cube do. Immutable.
 */
final class Kernel {
  /** Length in a cube of one dimension. */
  private static final double LENGTH = 0.227;

  /** Squared distance of what differs in kind. */
  private static final double OTHER = 0.25;

  /** Length in natural logarithms of epochs: results at nine times the epochs still say much. */
  private static final double LEVEL_LENGTH = 2 * Math.log(3);

  private final int[] varying;
  private final boolean[] categorical;
  private final double scale;

  /** A kernel over a space's points. */
  Kernel(SearchSpace space) {
    List<Domain> domains = space.hyperparameters().stream().map(h -> h.domain()).toList();
    this.varying =
        IntStream.range(0, domains.size()).filter(i -> !domains.get(i).isFixed()).toArray();
    this.categorical = new boolean[domains.size()];
    for (int i = 0; i < categorical.length; i++) {
      categorical[i] = domains.get(i) instanceof CategoricalDomain;
    }
    this.scale = 5 / (LENGTH * LENGTH * Math.max(1, varying.length));
  }

  double of(Observation a, Observation b) {
    return of(a, b.point(), b.level());
  }

  double of(Observation a, double[] point, double level) {
    double squared = 0;
    for (int i : varying) {
      squared += squared(a.point()[i], point[i], categorical[i]);
    }
    double r = Math.sqrt(scale * squared);
    double levels = (a.level() - level) / LEVEL_LENGTH;
    return (1 + r + r * r / 3) * Math.exp(-r - levels * levels / 2);
  }

  private static double squared(double a, double b, boolean isCategorical) {
    double difference = a - b;
    if (Double.isNaN(difference)) {
      return Double.isNaN(a) && Double.isNaN(b) ? 0 : OTHER;
    }
    if (isCategorical) {
      return difference == 0 ? 0 : OTHER;
    }
    return difference * difference;
  }
}
