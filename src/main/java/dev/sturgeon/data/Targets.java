package dev.sturgeon.data;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What is to be predicted of each example: a class or a number. The arrays are not copied and must
 * not be changed.
 */
public sealed interface Targets extends Serializable permits Targets.Labels, Targets.Numbers {

  /** How many examples there are. */
  int rows();

  /** How many numbers a network says of each example. */
  int outputs();

  /** Those of the given rows, in the order given. */
  Targets rows(int[] chosen);

  /**
   * Classes.
   *
   * @param classOf the class of each example, 0 to classes - 1
   * @param classes how many there are; a network says a probability for each
   */
  record Labels(int[] classOf, int classes) implements Targets {

    /** Checks the labels against the number of classes. */
    public Labels {
      for (int label : classOf) {
        if (label < 0 || label >= classes) {
          throw new IllegalArgumentException("label " + label + " is not below " + classes);
        }
      }
    }

    @Override
    public int rows() {
      return classOf.length;
    }

    @Override
    public int outputs() {
      return classes;
    }

    @Override
    public Labels rows(int[] chosen) {
      return new Labels(Arrays.stream(chosen).map(row -> classOf[row]).toArray(), classes);
    }

    /** How many examples each class has. */
    public int[] counts() {
      int[] counts = new int[classes];
      for (int label : classOf) {
        counts[label]++;
      }
      return counts;
    }
  }

  /**
   * Numbers, scaled to mean 0 and standard deviation 1 of the training part.
   *
   * @param scaled the scaled number of each example
   * @param scale how they were scaled
   */
  record Numbers(float[] scaled, TargetScale scale) implements Targets {

    @Override
    public int rows() {
      return scaled.length;
    }

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public Numbers rows(int[] chosen) {
      float[] some = new float[chosen.length];
      for (int i = 0; i < chosen.length; i++) {
        some[i] = scaled[chosen[i]];
      }
      return new Numbers(some, scale);
    }
  }
}
