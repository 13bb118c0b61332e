package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.sturgeon.data.Shape;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.Activation;
import dev.sturgeon.train.TrainingSettings;
import dev.sturgeon.train.WeightInit;
import java.util.Arrays;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

final class MlpNetworkTest {
  private static final Configuration TWO_LAYERS =
      new Configuration(new TreeMap<>()).with("units", Value.of(200L)).with("taper", Value.of(0.5));

  @Test
  void layersHaveTheirUnits() {
    assertThat(build(TWO_LAYERS).numParams())
        .isEqualTo((300 * 200 + 200) + (200 * 100 + 100) + (100 * 5 + 5));
  }

  @Test
  void withoutHiddenLayersItIsSoftmaxRegression() {
    assertThat(build(TWO_LAYERS.with("hiddenLayers", Value.of(0L))).numParams())
        .isEqualTo(300 * 5 + 5);
  }

  @Test
  void underBatchNormHiddenLayersHaveNoBiasButScaleShiftAndAverages() {
    assertThat(build(TWO_LAYERS.with("batchNorm", Value.of("true"))).numParams())
        .isEqualTo((300 * 200 + 4 * 200) + (200 * 100 + 4 * 100) + (100 * 5 + 5));
  }

  @Test
  void hiddenLayersOutputsAreDroppedNeverTheInput() {
    Layer[] layers = build(TWO_LAYERS.with("dropout", Value.of(0.2))).getLayers();
    assertThat(layers[0].conf().getLayer().getIDropout()).isNull();
    assertThat(layers[1].conf().getLayer().getIDropout()).isEqualTo(new Dropout(0.8));
    assertThat(layers[2].conf().getLayer().getIDropout()).isEqualTo(new Dropout(0.8));
  }

  @Test
  void dropoutFollowsTheActivationUnderBatchNormToo() {
    Layer[] layers =
        build(TWO_LAYERS.with("dropout", Value.of(0.2)).with("batchNorm", Value.of("true")))
            .getLayers();
    assertThat(Arrays.stream(layers).map(layer -> layer.conf().getLayer().getIDropout() != null))
        .containsExactly(false, false, false, true, false, false, true);
  }

  @Test
  void thePenaltyIsOnWeightsOnly() {
    MultiLayerNetwork network = build(TWO_LAYERS.with("l2", Value.of(0.5)));
    double sum = 0;
    for (Layer layer : network.getLayers()) {
      double norm = layer.getParam("W").norm2Number().doubleValue();
      sum += norm * norm;
      layer.getParam("b").assign(100);
    }
    assertThat(network.calcRegularizationScore(true))
        .isCloseTo(0.5 / 2 * sum, withinPercentage(0.01));
  }

  @ParameterizedTest
  @EnumSource(WeightInit.class)
  void weightsHaveTheVarianceOfTheirInitialisation(WeightInit init) {
    double wanted =
        switch (init) {
          case HE, HE_UNIFORM -> 2.0 / 300;
          case XAVIER, XAVIER_UNIFORM -> 2.0 / (300 + 200);
          case LECUN, LECUN_UNIFORM -> 1.0 / 300;
          case GAUSSIAN -> 0.03 * 0.03;
          case ZEROS -> 0;
        };
    MultiLayerNetwork network =
        build(
            TWO_LAYERS
                .with("weightInit", Value.of(init.label()))
                .with("weightStd", Value.of(0.03)));
    assertThat(network.getLayer(0).getParam("W").varNumber().doubleValue())
        .isCloseTo(wanted, withinPercentage(5));
    assertThat(network.getLayer(0).getParam("b").maxNumber().doubleValue()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void everyActivationIsWhatItsNameSays(Activation activation) {
    MultiLayerNetwork network = build(TWO_LAYERS.with("activation", Value.of(activation.label())));
    DenseLayer dense = (DenseLayer) network.getLayer(0).conf().getLayer();
    for (double z : new double[] {-1.5, 0.25, 2, 7}) {
      INDArray array = Nd4j.createFromArray(new float[][] {{(float) z}});
      assertThat(dense.getActivationFn().getActivation(array, false).getDouble(0))
          .isCloseTo(formula(activation, z), within(0.02));
    }
  }

  private static double formula(Activation activation, double z) {
    double sigmoid = 1 / (1 + Math.exp(-z));
    double softplus = Math.log1p(Math.exp(z));
    return switch (activation) {
      case RELU -> Math.max(0, z);
      case LEAKY_RELU -> Math.max(0.01 * z, z);
      case ELU -> z > 0 ? z : Math.expm1(z);
      case SELU -> 1.0507 * (z > 0 ? z : 1.67326 * Math.expm1(z));
      case GELU -> z * 0.5 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)));
      case SWISH -> z * sigmoid;
      case MISH -> z * Math.tanh(softplus);
      case SOFTPLUS -> softplus;
      case SOFTSIGN -> z / (1 + Math.abs(z));
      case TANH -> Math.tanh(z);
      case SIGMOID -> sigmoid;
      case RELU6 -> Math.min(6, Math.max(0, z));
    };
  }

  private static NetworkContext context(Configuration configuration) {
    return new NetworkContext(
        Shape.flat(300),
        5,
        TrainingSettings.of(configuration),
        1,
        new Sgd(0.1),
        new LossMCXENT(),
        org.nd4j.linalg.activations.Activation.SOFTMAX);
  }

  private static MultiLayerNetwork build(Configuration configuration) {
    Natives.load();
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            ((Blueprint.Layers) new MlpNetwork().create(configuration, context(configuration)))
                .settings());
    network.init();
    return network;
  }
}
