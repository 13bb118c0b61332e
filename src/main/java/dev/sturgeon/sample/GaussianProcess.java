package dev.sturgeon.sample;

import java.util.List;

/**
 * A Gaussian process fitted to observations: what it expects at a point, and how sure it is
 * (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, algorithm 2.1). Zero
 * mean, unit variance. Immutable.
 */
final class GaussianProcess {
  private final Kernel kernel;
  private final List<Observation> observed;
  private final double[][] lower;
  private final double[] weights;

  /** What is expected at a point: a normal distribution. */
  record Expected(double mean, double deviation) {}

  /**
   * Fits to these observations.
   *
   * @param noise variance of what is observed around what is true
   */
  GaussianProcess(Kernel kernel, List<Observation> observed, double noise) {
    this.kernel = kernel;
    this.observed = List.copyOf(observed);
    this.lower = cholesky(noise);
    this.weights = solve();
  }

  private double[][] cholesky(double noise) {
    int n = observed.size();
    double[][] factor = new double[n][];
    for (int i = 0; i < n; i++) {
      factor[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = kernel.of(observed.get(i), observed.get(j)) + (i == j ? noise : 0);
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[j][j];
      }
    }
    return factor;
  }

  /** The covariance's inverse times what was observed. */
  private double[] solve() {
    int n = observed.size();
    double[] x = forward(observed.stream().mapToDouble(Observation::value).toArray());
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  private double[] forward(double[] y) {
    double[] x = y.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }

  /** The mean alone, which costs much less. */
  double mean(double[] point, double level) {
    return dot(covariances(point, level), weights);
  }

  /** What is expected at a point, trained to a level. */
  Expected at(double[] point, double level) {
    double[] covariances = covariances(point, level);
    double[] explained = forward(covariances);
    double variance = 1 - dot(explained, explained);
    return new Expected(dot(covariances, weights), Math.sqrt(Math.max(variance, 1e-12)));
  }

  private double[] covariances(double[] point, double level) {
    double[] covariances = new double[observed.size()];
    for (int i = 0; i < covariances.length; i++) {
      covariances[i] = kernel.of(observed.get(i), point, level);
    }
    return covariances;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
