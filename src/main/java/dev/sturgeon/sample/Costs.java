package dev.sturgeon.sample;

import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Trial;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * How long an epoch takes, as far as the hyperparameters say: a ridge regression of the logarithm
 * of its seconds on the point in the unit cube, since layers, units and mini-batches multiply.
 * Immutable.
 */
final class Costs {
  private static final double RIDGE = 0.5;

  private final RealVector weights;

  private Costs(RealVector weights) {
    this.weights = weights;
  }

  /** What the trials of a history took, those that have trained at all. */
  static Costs of(History history, SearchSpace space) {
    int n = space.dimension() + 1;
    RealMatrix products = new Array2DRowRealMatrix(n, n);
    RealVector sums = new ArrayRealVector(n);
    for (Trial trial : history.trials()) {
      double seconds = seconds(trial.curve());
      if (seconds > 0) {
        RealVector row = row(space.unitOf(trial.configuration()));
        products = products.add(row.outerProduct(row));
        sums = sums.add(row.mapMultiply(Math.log(seconds)));
      }
    }
    for (int i = 0; i < n; i++) {
      products.addToEntry(i, i, RIDGE);
    }
    return new Costs(new CholeskyDecomposition(products).getSolver().solve(sums));
  }

  private static double seconds(List<CurvePoint> curve) {
    return curve.stream().mapToDouble(CurvePoint::seconds).average().orElse(0);
  }

  /** The coordinates around the middle, where an inactive one is; and a one. */
  private static RealVector row(double[] point) {
    double[] row = Arrays.copyOf(point, point.length + 1);
    for (int i = 0; i < point.length; i++) {
      row[i] = Double.isNaN(point[i]) ? 0 : point[i] - 0.5;
    }
    row[point.length] = 1;
    return new ArrayRealVector(row, false);
  }

  /** The logarithm of an epoch's seconds at a point. */
  double logSeconds(double[] point) {
    return weights.dotProduct(row(point));
  }
}
