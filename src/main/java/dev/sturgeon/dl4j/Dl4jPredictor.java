package dev.sturgeon.dl4j;

import dev.sturgeon.train.Predictor;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A finished DL4J network. Each call borrows a network of its own, since DL4J's keep their inputs;
 * all share one array of parameters.
 */
final class Dl4jPredictor implements Predictor {
  private final Blueprint blueprint;
  private final INDArray parameters;
  private final Queue<Net> idle = new ConcurrentLinkedQueue<>();

  Dl4jPredictor(Blueprint blueprint, INDArray parameters) {
    this.blueprint = blueprint;
    this.parameters = parameters;
    idle.add(network());
  }

  private Net network() {
    return Net.of(blueprint.copy(), parameters);
  }

  @Override
  public float[] outputs(float[] features, int rows) {
    if (rows == 0) {
      return new float[0];
    }
    Net borrowed = idle.poll();
    Net network = borrowed == null ? network() : borrowed;
    List<INDArray> slices = Inference.slices(features, rows);
    try {
      return Inference.outputs(network, slices);
    } finally {
      slices.forEach(INDArray::close);
      idle.add(network);
    }
  }

  @Override
  public void close() {
    idle.clear();
    if (parameters.closeable()) {
      parameters.close();
    }
  }
}
