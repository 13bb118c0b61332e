package dev.sturgeon.dl4j;

import dev.sturgeon.train.Cnn;
import dev.sturgeon.train.Mlp;
import dev.sturgeon.train.Pooling;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;

/**
 * Lays the built-in networks' layers one on another.
 *
 * @param layers where they go
 * @param mlp the dense layers, and what holds for all: activation and batch norm
 */
record LayerStack(NeuralNetConfiguration.ListBuilder layers, Mlp mlp, NetworkContext context) {
  private static final int[] POOL = {2, 2};

  /**
   * Adds a convolution, with batch norm if there is any, and its pooling.
   *
   * <p>The activation is a layer of its own: inside a convolution, whose output is a permuted view,
   * DL4J takes a fifth of the step's time for it.
   */
  void addBlock(Cnn cnn, int channels, int filters) {
    ConvolutionLayer.Builder convolution =
        new ConvolutionLayer.Builder(cnn.kernel(), cnn.kernel())
            .nIn(channels)
            .nOut(filters)
            .convolutionMode(ConvolutionMode.Same)
            .hasBias(!mlp.batchNorm())
            .activation(Activation.IDENTITY);
    clip(convolution);
    layers.layer(convolution.build());
    if (mlp.batchNorm()) {
      addBatchNorm(filters);
    }
    addActivation();
    PoolingType pooling = cnn.pooling() == Pooling.MAX ? PoolingType.MAX : PoolingType.AVG;
    layers.layer(
        new SubsamplingLayer.Builder(pooling, POOL, POOL)
            .convolutionMode(ConvolutionMode.Truncate)
            .build());
  }

  /**
   * Adds the hidden layers and the output.
   *
   * @param dropInput whether dropout holds for what goes in, too
   */
  void addDense(int columns, boolean dropInput) {
    int inputs = columns;
    boolean drop = dropInput;
    for (int units : mlp.units()) {
      addHidden(inputs, units, drop);
      inputs = units;
      drop = true;
    }
    layers.layer(common(context.output(), inputs, drop).build());
  }

  private void addHidden(int inputs, int units, boolean drop) {
    DenseLayer.Builder dense = common(new DenseLayer.Builder().nOut(units), inputs, drop);
    if (mlp.batchNorm()) {
      layers.layer(dense.hasBias(false).activation(Activation.IDENTITY).build());
      addBatchNorm(units);
      addActivation();
    } else {
      layers.layer(dense.activation(activation()).build());
    }
  }

  /** Its shift makes a bias before it superfluous. */
  private void addBatchNorm(int units) {
    layers.layer(new BatchNormalization.Builder().nIn(units).nOut(units).useLogStd(false).build());
  }

  private void addActivation() {
    layers.layer(new ActivationLayer.Builder().activation(activation()).build());
  }

  /** DL4J drops a layer's inputs, and is told the share to keep. */
  private <B extends FeedForwardLayer.Builder<B>> B common(B layer, int inputs, boolean drop) {
    layer.nIn(inputs);
    if (drop && mlp.dropout() > 0) {
      layer.dropOut(1 - mlp.dropout());
    }
    clip(layer);
    return layer;
  }

  private void clip(FeedForwardLayer.Builder<?> layer) {
    double clip = context.settings().gradientClip();
    if (clip > 0) {
      layer.gradientNormalization(GradientNormalization.ClipL2PerLayer);
      layer.gradientNormalizationThreshold(clip);
    }
  }

  private IActivation activation() {
    return Activations.of(mlp.activation()).getActivationFunction();
  }
}
