package dev.sturgeon.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Trainable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a layer's trained parameters lie in the network's flat arrays: those of {@link
 * Net#layers()} but batch norm's running averages, which no gradient moves.
 *
 * @param name its name there
 * @param ranges stretches of the flat array: first index and end, alternating
 */
record TrainedLayer(String name, List<Integer> ranges) {
  private static final Set<String> RUNNING_AVERAGES = Set.of("mean", "var", "log10stdev");

  static List<TrainedLayer> of(Net network) {
    List<TrainedLayer> layers = new ArrayList<>();
    int offset = 0;
    for (Map.Entry<String, List<Trainable>> layer : network.layers().entrySet()) {
      List<Integer> ranges = new ArrayList<>();
      for (Trainable part : layer.getValue()) {
        for (Map.Entry<String, INDArray> parameter : part.paramTable(false).entrySet()) {
          int end = offset + (int) parameter.getValue().length();
          if (!RUNNING_AVERAGES.contains(parameter.getKey())) {
            ranges.addAll(List.of(offset, end));
          }
          offset = end;
        }
      }
      layers.add(new TrainedLayer(layer.getKey(), ranges));
    }
    return layers;
  }

  /** Euclidean norm of this layer's share of a flat array. */
  double norm(float[] flat) {
    double sum = 0;
    for (int r = 0; r < ranges.size(); r += 2) {
      for (int i = ranges.get(r); i < ranges.get(r + 1); i++) {
        sum += (double) flat[i] * flat[i];
      }
    }
    return Math.sqrt(sum);
  }
}
