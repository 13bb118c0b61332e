package dev.sturgeon.data;

import java.io.Serializable;

/**
 * Examples as plain arrays. The arrays are not copied and must not be changed: they are shared by
 * every trial of a JVM.
 *
 * @param features example by example, {@code rows * shape.size()} numbers
 * @param shape the form of one example
 * @param targets what is to be predicted of each
 */
public record Examples(float[] features, Shape shape, Targets targets) implements Serializable {

  /** Checks the sizes against each other. */
  public Examples {
    if (features.length != (long) targets.rows() * shape.size()) {
      throw new IllegalArgumentException(
          "%d numbers are not %d examples of %s".formatted(features.length, targets.rows(), shape));
    }
  }

  /** Flat rows with a class each. */
  public static Examples ofClasses(float[] features, int[] classOf, int columns, int classes) {
    return new Examples(features, Shape.flat(columns), new Targets.Labels(classOf, classes));
  }

  /** How many examples there are. */
  public int rows() {
    return targets.rows();
  }

  /** How many numbers an example has. */
  public int columns() {
    return shape.size();
  }

  /** The given examples, in the order given. */
  public Examples rows(int[] chosen) {
    int columns = columns();
    float[] some = new float[chosen.length * columns];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(features, chosen[i] * columns, some, i * columns, columns);
    }
    return new Examples(some, shape, targets.rows(chosen));
  }
}
