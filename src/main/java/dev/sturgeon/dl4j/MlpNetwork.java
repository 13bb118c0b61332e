package dev.sturgeon.dl4j;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.Activation;
import dev.sturgeon.train.Mlp;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.activations.IActivation;

/** The built-in multi-layer perceptron, {@link Mlp}, in DL4J's form. */
public final class MlpNetwork implements NetworkFactory {

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    return Blueprint.of(settings(Mlp.of(configuration), context));
  }

  private static MultiLayerConfiguration settings(Mlp mlp, NetworkContext context) {
    NeuralNetConfiguration.ListBuilder layers = context.builder().list();
    double clip = context.settings().gradientClip();
    int inputs = context.shape().size();
    for (int i = 0; i < mlp.units().size(); i++) {
      int units = mlp.units().get(i);
      addHidden(layers, mlp, clip, i, inputs, units);
      inputs = units;
    }
    layers.layer(common(context.output(), mlp, clip, mlp.units().size(), inputs).build());
    return layers.build();
  }

  private static void addHidden(
      NeuralNetConfiguration.ListBuilder layers,
      Mlp mlp,
      double clip,
      int index,
      int inputs,
      int units) {
    IActivation activation = activation(mlp.activation()).getActivationFunction();
    DenseLayer.Builder dense = new DenseLayer.Builder().nOut(units);
    common(dense, mlp, clip, index, inputs);
    if (!mlp.batchNorm()) {
      layers.layer(dense.activation(activation).build());
      return;
    }
    // The shift of batch norm makes a bias before it superfluous.
    dense.hasBias(false).activation(org.nd4j.linalg.activations.Activation.IDENTITY);
    layers.layer(dense.build());
    layers.layer(new BatchNormalization.Builder().nIn(units).nOut(units).useLogStd(false).build());
    layers.layer(new ActivationLayer.Builder().activation(activation).build());
  }

  /** DL4J drops a layer's inputs, and is told the share to keep. */
  private static <B extends FeedForwardLayer.Builder<B>> B common(
      B layer, Mlp mlp, double clip, int index, int inputs) {
    layer.nIn(inputs);
    if (index > 0 && mlp.dropout() > 0) {
      layer.dropOut(1 - mlp.dropout());
    }
    if (clip > 0) {
      layer.gradientNormalization(GradientNormalization.ClipL2PerLayer);
      layer.gradientNormalizationThreshold(clip);
    }
    return layer;
  }

  private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
    return switch (activation) {
      case RELU -> org.nd4j.linalg.activations.Activation.RELU;
      case LEAKY_RELU -> org.nd4j.linalg.activations.Activation.LEAKYRELU;
      case ELU -> org.nd4j.linalg.activations.Activation.ELU;
      case SELU -> org.nd4j.linalg.activations.Activation.SELU;
      case GELU -> org.nd4j.linalg.activations.Activation.GELU;
      case SWISH -> org.nd4j.linalg.activations.Activation.SWISH;
      case MISH -> org.nd4j.linalg.activations.Activation.MISH;
      case SOFTPLUS -> org.nd4j.linalg.activations.Activation.SOFTPLUS;
      case SOFTSIGN -> org.nd4j.linalg.activations.Activation.SOFTSIGN;
      case TANH -> org.nd4j.linalg.activations.Activation.TANH;
      case SIGMOID -> org.nd4j.linalg.activations.Activation.SIGMOID;
      case RELU6 -> org.nd4j.linalg.activations.Activation.RELU6;
    };
  }
}
