package dev.sturgeon.dl4j;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parts that networks are scored on, as native arrays. Made once per trainer and shared,
 * read-only, by its sessions.
 */
final class ScoredParts implements AutoCloseable {
  private final Map<TrainingData.Part, List<INDArray>> slices =
      new EnumMap<>(TrainingData.Part.class);

  ScoredParts(TrainingData data) {
    for (TrainingData.Part part : TrainingData.Part.values()) {
      Examples examples = data.part(part);
      slices.put(part, Inference.slices(examples.features(), examples.rows()));
    }
  }

  float[] outputs(Net network, TrainingData.Part part) {
    return Inference.outputs(network, slices.getOrDefault(part, List.of()));
  }

  @Override
  public void close() {
    slices.values().forEach(part -> part.forEach(INDArray::close));
  }
}
