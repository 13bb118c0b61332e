package dev.sturgeon.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a layer's trained parameters lie in the network's flat arrays. A layer is what a person
 * calls one: with its batch norm, but without the running averages, which no gradient moves.
 *
 * @param name its number from the input side, from 0
 * @param ranges stretches of the flat array: first index and end, alternating
 */
record TrainedLayer(String name, List<Integer> ranges) {
  private static final Set<String> RUNNING_AVERAGES = Set.of("mean", "var");

  static List<TrainedLayer> of(MultiLayerNetwork network) {
    List<TrainedLayer> layers = new ArrayList<>();
    int offset = 0;
    for (Layer layer : network.getLayers()) {
      if (layer.paramTable().containsKey("W")) {
        layers.add(new TrainedLayer(String.valueOf(layers.size()), new ArrayList<>()));
      }
      for (Map.Entry<String, INDArray> parameter : layer.paramTable().entrySet()) {
        int end = offset + (int) parameter.getValue().length();
        if (!RUNNING_AVERAGES.contains(parameter.getKey())) {
          layers.get(layers.size() - 1).ranges.addAll(List.of(offset, end));
        }
        offset = end;
      }
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
