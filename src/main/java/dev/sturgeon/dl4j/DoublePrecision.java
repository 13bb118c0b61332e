package dev.sturgeon.dl4j;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
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
   *
   * @param blueprint one that nothing else is made of: a copy of DL4J's shares wrapped layers and
   *     losses with it
   */
  static Blueprint checkable(Blueprint blueprint) {
    Blueprint copy = of(blueprint);
    new Strip().visit(copy);
    return copy;
  }

  /** Where a probability is clipped the loss is flat, which back-propagation does not know. */
  private static void unclip(ILossFunction loss) {
    if (loss instanceof LossMCXENT crossEntropy) {
      crossEntropy.setSoftmaxClipEps(0);
    } else if (loss instanceof LossBinaryXENT crossEntropy) {
      crossEntropy.setClipEps(0);
    }
  }

  /** Takes out what has no place in a gradient check. */
  private static final class Strip implements PlanVisitor {

    @Override
    public void any(Layer layer) {
      layer.setIDropout(null);
      layer.setConstraints(null);
      if (layer instanceof BaseOutputLayer output) {
        unclip(output.getLossFn());
      } else if (layer instanceof LossLayer loss) {
        unclip(loss.getLossFn());
      }
    }

    @Override
    public void trained(BaseLayer layer) {
      layer.setIUpdater(new Sgd(1));
      layer.setBiasUpdater(null);
      layer.setWeightNoise(null);
      layer.setGradientNormalization(GradientNormalization.None);
    }

    @Override
    public void trained(AbstractSameDiffLayer layer) {
      layer.setUpdater(new Sgd(1));
      layer.setBiasUpdater(null);
      layer.setGradientNormalization(GradientNormalization.None);
    }

    @Override
    public void trained(SameDiffVertex vertex) {
      vertex.setUpdater(new Sgd(1));
      vertex.setBiasUpdater(null);
      vertex.setGradientNormalization(GradientNormalization.None);
    }
  }
}
