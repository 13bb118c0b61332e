package dev.sturgeon.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Plans of networks in double precision. The global data type must be it too. */
final class DoublePrecision {

  private DoublePrecision() {}

  /** The plan as it is, but for the precision. */
  static Blueprint of(Blueprint blueprint) {
    Blueprint copy = blueprint.copy();
    if (copy instanceof Blueprint.Graph graph) {
      graph.settings().setDataType(DataType.DOUBLE);
    } else if (copy instanceof Blueprint.Layers stack) {
      stack.settings().setDataType(DataType.DOUBLE);
    }
    return copy;
  }

  /**
   * The plan without what has no place in a gradient check: dropout and other noise, clipping,
   * constraints, and the clipping of probabilities in the loss. A step subtracts the gradient as it
   * is, penalties included.
   */
  static Blueprint checkable(Blueprint blueprint) {
    Blueprint copy = of(blueprint);
    layers(copy).forEach(DoublePrecision::strip);
    return copy;
  }

  private static List<Layer> layers(Blueprint blueprint) {
    if (blueprint instanceof Blueprint.Graph graph) {
      ComputationGraphConfiguration settings = graph.settings();
      return settings.getVertices().values().stream()
          .filter(LayerVertex.class::isInstance)
          .map(vertex -> ((LayerVertex) vertex).getLayerConf().getLayer())
          .toList();
    }
    MultiLayerConfiguration settings = ((Blueprint.Layers) blueprint).settings();
    return settings.getConfs().stream().map(NeuralNetConfiguration::getLayer).toList();
  }

  private static void strip(Layer layer) {
    layer.setIDropout(null);
    layer.setConstraints(null);
    if (layer instanceof BaseWrapperLayer wrapper) {
      strip(wrapper.getUnderlying());
    }
    if (layer instanceof BaseLayer trained) {
      trained.setIUpdater(new Sgd(1));
      trained.setBiasUpdater(null);
      trained.setWeightNoise(null);
      trained.setGradientNormalization(GradientNormalization.None);
    }
    if (layer instanceof BaseOutputLayer output) {
      unclip(output.getLossFn());
    } else if (layer instanceof LossLayer loss) {
      unclip(loss.getLossFn());
    }
  }

  /** Where a probability is clipped the loss is flat, which back-propagation does not know. */
  private static void unclip(ILossFunction loss) {
    if (loss instanceof LossMCXENT crossEntropy) {
      crossEntropy.setSoftmaxClipEps(0);
    } else if (loss instanceof LossBinaryXENT crossEntropy) {
      crossEntropy.setClipEps(0);
    }
  }
}
