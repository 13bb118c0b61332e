package dev.sturgeon.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Outputs of a network, slice by slice, so that few activations exist at once. */
final class Inference {
  private static final int SLICE = 2048;

  private Inference() {}

  /** Rows as native arrays of a bounded number of rows each; the caller closes them. */
  static List<INDArray> slices(float[] features, int rows) {
    List<INDArray> slices = new ArrayList<>();
    for (int from = 0; from < rows; from += SLICE) {
      int to = Math.min(rows, from + SLICE);
      int columns = features.length / rows;
      float[] some = Arrays.copyOfRange(features, from * columns, to * columns);
      slices.add(Nd4j.createFromArray(some).reshape(to - from, columns));
    }
    return slices;
  }

  /** The network's output in inference mode, row by row. */
  static float[] outputs(Net network, List<INDArray> slices) {
    int rows = Math.toIntExact(slices.stream().mapToLong(slice -> slice.size(0)).sum());
    float[] all = {};
    int at = 0;
    for (INDArray slice : slices) {
      float[] some = outputs(network, slice);
      if (at == 0) {
        all = new float[Math.multiplyExact(some.length / (int) slice.size(0), rows)];
      }
      System.arraycopy(some, 0, all, at, some.length);
      at += some.length;
    }
    return all;
  }

  private static float[] outputs(Net network, INDArray slice) {
    try (INDArray output = network.output(slice)) {
      if (output.ordering() == 'c' && !output.isView()) {
        return Natives.copy(output);
      }
      try (INDArray rowByRow = output.dup('c')) {
        return Natives.copy(rowByRow);
      }
    }
  }
}
