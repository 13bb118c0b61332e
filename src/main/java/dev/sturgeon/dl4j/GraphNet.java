package dev.sturgeon.dl4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A graph with one input and one output. */
record GraphNet(ComputationGraph model) implements Net {

  static GraphNet of(ComputationGraphConfiguration settings, @Nullable INDArray parameters) {
    ComputationGraph network = new ComputationGraph(settings);
    network.init(parameters, false);
    return new GraphNet(network);
  }

  @Override
  public void fit(INDArray features, INDArray labels) {
    model.fit(new INDArray[] {features}, new INDArray[] {labels});
  }

  @Override
  public void backpropagate(INDArray features, INDArray labels) {
    if (model.getGradientsViewArray() == null) {
      model.initGradientsView();
    }
    model.setInputs(features);
    model.setLabels(labels);
    model.computeGradientAndScore();
  }

  @Override
  public double loss(INDArray features, INDArray labels) {
    return model.score(new DataSet(features, labels), true);
  }

  @Override
  public INDArray output(INDArray features) {
    return model.output(false, features)[0];
  }

  @Override
  public @Nullable INDArray updaterState() {
    return model.getUpdater().getStateViewArray();
  }

  @Override
  public int iteration() {
    return model.getIterationCount();
  }

  @Override
  public void resumeAt(int iteration, int epoch) {
    model.getConfiguration().setIterationCount(iteration);
    model.getConfiguration().setEpochCount(epoch);
  }

  @Override
  public Map<String, List<Trainable>> layers() {
    Map<String, List<Trainable>> named = new LinkedHashMap<>();
    for (int index : model.topologicalSortOrder()) {
      GraphVertex vertex = model.getVertices()[index];
      if (vertex.numParams() > 0) {
        named.put(vertex.getVertexName(), List.of(vertex));
      }
    }
    return named;
  }

  @Override
  public String name(Trainable part) {
    return ((GraphVertex) part).getVertexName();
  }
}
