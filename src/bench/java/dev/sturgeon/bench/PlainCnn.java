package dev.sturgeon.bench;

import dev.sturgeon.dl4j.Blueprint;
import dev.sturgeon.dl4j.CnnNetwork;
import dev.sturgeon.dl4j.NetworkContext;
import dev.sturgeon.dl4j.NetworkFactory;
import dev.sturgeon.space.Configuration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * The built-in convolutional network with DL4J's own convolutions and pooling: what ours are
 * measured by.
 */
public final class PlainCnn implements NetworkFactory {

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    Blueprint.Layers stack = (Blueprint.Layers) new CnnNetwork().create(configuration, context);
    for (NeuralNetConfiguration layer : stack.settings().getConfs()) {
      if (layer.getLayer() instanceof ConvolutionLayer convolution) {
        layer.setLayer(new PlainConvolution(convolution, context));
      } else if (layer.getLayer() instanceof SubsamplingLayer pooling) {
        layer.setLayer(new PlainPooling(pooling));
      }
    }
    return stack;
  }

  /** Derived, so that Sturgeon does not know it for a layer that it computes itself. */
  private static final class PlainConvolution extends ConvolutionLayer {
    private static final long serialVersionUID = 1L;

    PlainConvolution(ConvolutionLayer like, NetworkContext context) {
      super(
          new Builder(like.getKernelSize())
              .nIn(like.getNIn())
              .nOut(like.getNOut())
              .convolutionMode(ConvolutionMode.Same)
              .hasBias(like.hasBias())
              .weightInit(like.getWeightInitFn())
              .updater(context.updater())
              .activation(Activation.IDENTITY));
      setBiasInit(like.getBiasInit());
      setLayerName(like.getLayerName());
    }
  }

  /** Derived for the same reason. */
  private static final class PlainPooling extends SubsamplingLayer {
    private static final long serialVersionUID = 1L;

    PlainPooling(SubsamplingLayer like) {
      super(
          new Builder(PoolingType.MAX, like.getKernelSize(), like.getStride())
              .convolutionMode(ConvolutionMode.Truncate));
      setLayerName(like.getLayerName());
    }
  }
}
