package dev.sturgeon.dl4j;

import dev.sturgeon.train.Activation;
import dev.sturgeon.train.Mlp;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * DL4J's form of the multi-layer perceptron.
 *
 * @param mlp the settings
 * @param columns features per row
 * @param classes outputs
 */
record NetworkBuilder(Mlp mlp, int columns, int classes) {

  /**
   * The network's configuration.
   *
   * @param seed where the initial weights come from
   * @param updater the update rule with its rate
   * @param loss a cross-entropy
   */
  MultiLayerConfiguration build(long seed, IUpdater updater, ILossFunction loss) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .weightInit(weightInit())
            .updater(updater)
            .l2(mlp.l2())
            .list();
    int inputs = columns;
    for (int i = 0; i < mlp.units().size(); i++) {
      int units = mlp.units().get(i);
      addHidden(layers, i, inputs, units);
      inputs = units;
    }
    OutputLayer.Builder output =
        new OutputLayer.Builder(loss)
            .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
            .nOut(classes);
    layers.layer(common(output, mlp.units().size(), inputs).build());
    return layers.build();
  }

  private void addHidden(
      NeuralNetConfiguration.ListBuilder layers, int index, int inputs, int units) {
    IActivation activation = activation(mlp.activation()).getActivationFunction();
    DenseLayer.Builder dense = new DenseLayer.Builder().nOut(units);
    common(dense, index, inputs);
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
  private <B extends FeedForwardLayer.Builder<B>> B common(B layer, int index, int inputs) {
    layer.nIn(inputs);
    if (index > 0 && mlp.dropout() > 0) {
      layer.dropOut(1 - mlp.dropout());
    }
    if (mlp.gradientClip() > 0) {
      layer.gradientNormalization(GradientNormalization.ClipL2PerLayer);
      layer.gradientNormalizationThreshold(mlp.gradientClip());
    }
    return layer;
  }

  private WeightInit weightInit() {
    return switch (mlp.weightInit()) {
      case HE -> WeightInit.RELU;
      case HE_UNIFORM -> WeightInit.RELU_UNIFORM;
      case XAVIER -> WeightInit.XAVIER;
      case XAVIER_UNIFORM -> WeightInit.XAVIER_UNIFORM;
      case LECUN -> WeightInit.LECUN_NORMAL;
    };
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
