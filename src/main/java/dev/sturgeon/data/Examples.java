package dev.sturgeon.data;

import java.io.Serializable;

/**
 * Labelled examples as plain arrays. The arrays are not copied and must not be changed: they are
 * shared by every trial of a JVM.
 *
 * @param features row by row, {@code rows * columns} numbers
 * @param labels the class of each row, 0 to classes - 1
 * @param columns features per row
 * @param classes how many classes there are
 */
public record Examples(float[] features, int[] labels, int columns, int classes)
    implements Serializable {

  /** Checks the sizes against each other and the labels against the classes. */
  public Examples {
    if (columns < 1 || features.length != (long) labels.length * columns) {
      throw new IllegalArgumentException(
          features.length + " numbers are not " + labels.length + " rows of " + columns);
    }
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException("label " + label + " is not below " + classes);
      }
    }
  }

  /** How many examples there are. */
  public int rows() {
    return labels.length;
  }

  /** The given rows, in the order given. */
  public Examples rows(int[] chosen) {
    float[] some = new float[chosen.length * columns];
    int[] theirs = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(features, chosen[i] * columns, some, i * columns, columns);
      theirs[i] = labels[chosen[i]];
    }
    return new Examples(some, theirs, columns, classes);
  }

  /** How many examples each class has. */
  public int[] classCounts() {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }
}
