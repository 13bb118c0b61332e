package dev.sturgeon.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
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
  static float[] outputs(MultiLayerNetwork network, List<INDArray> slices) {
    int classes = (int) network.getOutputLayer().getParam("b").length();
    long rows = slices.stream().mapToLong(slice -> slice.size(0)).sum();
    float[] all = new float[Math.toIntExact(rows * classes)];
    int at = 0;
    for (INDArray slice : slices) {
      try (INDArray output = network.output(slice, false)) {
        float[] some = Natives.copy(output);
        System.arraycopy(some, 0, all, at, some.length);
        at += some.length;
      }
    }
    return all;
  }
}
