package dev.sturgeon.dl4j;

import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The native side: its start, and what comes back from it. */
final class Natives {

  private Natives() {}

  /** Loads the native libraries, made safe, and keeps DL4J from writing dumps of its own. */
  static void load() {
    CrashReportingUtil.crashDumpsEnabled(false);
    Nd4j.create(1).close();
    Deallocation.install();
  }

  /** A copy of all the numbers of an array that is no view, in the order they lie in memory. */
  static float[] copy(INDArray array) {
    float[] copy = new float[Math.toIntExact(array.length())];
    try (Numbers numbers = Numbers.of(array)) {
      numbers.from(0).get(copy);
    }
    return copy;
  }

  /** Overwrites an array that is no view. */
  static void copy(float[] from, INDArray to) {
    try (Numbers numbers = Numbers.of(to)) {
      numbers.from(0).put(from);
    }
  }
}
