package dev.sturgeon.dl4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A stack of layers. */
record StackNet(MultiLayerNetwork model) implements Net {

  static StackNet of(MultiLayerConfiguration settings, @Nullable INDArray parameters) {
    MultiLayerNetwork network = new MultiLayerNetwork(settings);
    network.init(parameters, false);
    Layer[] layers = network.getLayers();
    for (int i = 0; i < layers.length; i++) {
      layers[i] = UnrolledConvolution.inPlaceOf(layers[i], settings.getDataType());
      layers[i] = MaxPooling.inPlaceOf(layers[i], settings.getDataType());
    }
    return new StackNet(network);
  }

  @Override
  public void fit(INDArray features, INDArray labels) {
    model.fit(features, labels);
  }

  @Override
  public void backpropagate(INDArray features, INDArray labels) {
    model.setInput(features);
    model.setLabels(labels);
    model.computeGradientAndScore();
  }

  @Override
  public double loss(INDArray features, INDArray labels) {
    return model.score(new DataSet(features, labels), true);
  }

  @Override
  public INDArray output(INDArray features) {
    return model.output(features, false);
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
    model.setIterationCount(iteration);
    model.setEpochCount(epoch);
  }

  /** Batch norm counts as part of the layer before it. */
  @Override
  public Map<String, List<Trainable>> layers() {
    List<List<Trainable>> groups = new ArrayList<>();
    for (Layer layer : model.getLayers()) {
      if (layer.numParams() == 0) {
        continue;
      }
      boolean norm = layer.conf().getLayer() instanceof BatchNormalization;
      if (groups.isEmpty() || !norm) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(layer);
    }
    Map<String, List<Trainable>> numbered = new LinkedHashMap<>();
    for (List<Trainable> group : groups) {
      numbered.put(String.valueOf(numbered.size()), group);
    }
    return numbered;
  }

  @Override
  public String name(Trainable part) {
    Layer[] layers = model.getLayers();
    int index = 0;
    while (layers[index] != part) {
      index++;
    }
    return String.valueOf(index);
  }
}
