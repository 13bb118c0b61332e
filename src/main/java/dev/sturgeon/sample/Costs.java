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
import org.apache.commons.math3.linear.RealVector;

/**
 * How long an epoch takes, as far as the hyperparameters say: a ridge regression of the logarithm
 * of its seconds on the point in the unit cube, since layers, units and mini-batches multiply.
 * Immutable.
 */
final class Costs {
  private static final double RIDGE = 0.5;

  /** Newer trials say enough. */
  private static final int MOST = 600;

  private final RealVector weights;

  private Costs(RealVector weights) {
    this.weights = weights;
  }

  /** What the trials of a history took, those that have trained at all. */
  static Costs of(History history, SearchSpace space) {
    int n = space.dimension() + 1;
    double[][] products = new double[n][n];
    double[] sums = new double[n];
    for (Trial trial : history.newest(MOST)) {
      double seconds = seconds(trial.curve());
      if (seconds > 0) {
        add(row(space.unitOf(trial.configuration())), Math.log(seconds), products, sums);
      }
    }
    for (int i = 0; i < n; i++) {
      products[i][i] += RIDGE;
    }
    return new Costs(
        new CholeskyDecomposition(new Array2DRowRealMatrix(products, false))
            .getSolver()
            .solve(new ArrayRealVector(sums, false)));
  }

  private static void add(double[] row, double value, double[][] products, double[] sums) {
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        products[i][j] += row[i] * row[j];
      }
      sums[i] += row[i] * value;
    }
  }

  private static double seconds(List<CurvePoint> curve) {
    double sum = 0;
    for (CurvePoint point : curve) {
      sum += point.seconds();
    }
    return curve.isEmpty() ? 0 : sum / curve.size();
  }

  /** The coordinates around the middle, where an inactive one is; and a one. */
  private static double[] row(double[] point) {
    double[] row = Arrays.copyOf(point, point.length + 1);
    for (int i = 0; i < point.length; i++) {
      row[i] = Double.isNaN(point[i]) ? 0 : point[i] - 0.5;
    }
    row[point.length] = 1;
    return row;
  }

  /** The logarithm of an epoch's seconds at a point. */
  double logSeconds(double[] point) {
    return weights.dotProduct(new ArrayRealVector(row(point), false));
  }
}
