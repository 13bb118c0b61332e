package dev.sturgeon.bench;

import dev.sturgeon.dl4j.Blueprint;
import dev.sturgeon.dl4j.CnnNetwork;
import dev.sturgeon.dl4j.NetworkContext;
import dev.sturgeon.dl4j.NetworkFactory;
import dev.sturgeon.space.Configuration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.nd4j.linalg.activations.Activation;

/** The built-in convolutional network with DL4J's own convolutions: what ours are measured by. */
public final class PlainCnn implements NetworkFactory {

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    Blueprint.Layers stack = (Blueprint.Layers) new CnnNetwork().create(configuration, context);
    for (NeuralNetConfiguration layer : stack.settings().getConfs()) {
      if (layer.getLayer() instanceof ConvolutionLayer convolution) {
        layer.setLayer(new Plain(convolution, context));
      }
    }
    return stack;
  }

  /** Derived, so that Sturgeon does not know it for a layer that it computes itself. */
  private static final class Plain extends ConvolutionLayer {
    private static final long serialVersionUID = 1L;

    Plain(ConvolutionLayer like, NetworkContext context) {
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
}
