package dev.sturgeon.train;

import java.util.Arrays;

/**
 * How often each class was taken for each. Immutable.
 *
 * <p>A row's predicted class is the most probable one, the lower number on a tie.
 */
public final class ConfusionMatrix {
  private final int[][] counts;

  private ConfusionMatrix(int[][] counts) {
    this.counts = counts;
  }

  static ConfusionMatrix of(float[] probabilities, int[] labels, int classes) {
    int[][] counts = new int[classes][classes];
    for (int row = 0; row < labels.length; row++) {
      counts[labels[row]][mostProbable(probabilities, row * classes, classes)]++;
    }
    return new ConfusionMatrix(counts);
  }

  /** How many classes there are. */
  public int classes() {
    return counts.length;
  }

  /** How many examples of one class were taken for another, or for itself. */
  public int count(int actual, int predicted) {
    return counts[actual][predicted];
  }

  /** How many examples truly belong to a class. */
  public int actual(int c) {
    return Arrays.stream(counts[c]).sum();
  }

  /** How many examples were taken for a class. */
  public int predicted(int c) {
    return Arrays.stream(counts).mapToInt(row -> row[c]).sum();
  }

  double accuracy() {
    int right = 0;
    int all = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
      all += actual(c);
    }
    return (double) right / all;
  }

  /** Classes without an example do not count. */
  double balancedAccuracy() {
    double sum = 0;
    int counted = 0;
    for (int c = 0; c < counts.length; c++) {
      if (actual(c) > 0) {
        sum += (double) counts[c][c] / actual(c);
        counted++;
      }
    }
    return sum / counted;
  }

  /** Classes that neither occur nor are predicted do not count. */
  double f1Macro() {
    double sum = 0;
    int counted = 0;
    for (int c = 0; c < counts.length; c++) {
      int both = actual(c) + predicted(c);
      if (both > 0) {
        sum += 2.0 * counts[c][c] / both;
        counted++;
      }
    }
    return sum / counted;
  }

  private static int mostProbable(float[] probabilities, int from, int classes) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (probabilities[from + c] > probabilities[from + best]) {
        best = c;
      }
    }
    return best;
  }
}
