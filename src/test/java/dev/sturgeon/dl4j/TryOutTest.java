package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.SyntheticData;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/** Own networks that do not fit are found out before the first trial, and again in a trial. */
final class TryOutTest {
  private static final TrainingData DATA = SyntheticData.blobs(60, 5, 3);
  private static final Configuration DEFAULTS = Configuration.of(Map.of());

  @ParameterizedTest
  @ValueSource(classes = {OwnStack.class, OwnGraph.class})
  void whatFitsPasses(Class<?> network) {
    Configuration defaults =
        Networks.catalogue(network.getName()).space(java.util.List.of()).defaults();
    assertThatCode(() -> tryOut(network, defaults)).doesNotThrowAnyException();
  }

  @Test
  void wrongOutputs() {
    refused(
        WrongOutputs.class, "WrongOutputs ends with 7 outputs, but these data want 3", "output()");
  }

  @Test
  void twoInputs() {
    refused(TwoInputs.class, "has 2 inputs, [rows, more]; it must have one");
  }

  @Test
  void doubles() {
    refused(Doubles.class, "computes in DOUBLE; leave dataType out");
  }

  @Test
  void nothing() {
    refused(Nothing.class, "Nothing could not make a network: it gave null");
  }

  @Test
  void anException() {
    refused(Throwing.class, "Throwing could not make a network: java.lang.ArithmeticException");
  }

  @Test
  void itsOwnWords() {
    refused(Refusing.class, "width must be even");
  }

  /** The size of the first layer is not the data's: only rows show it. */
  @Test
  void aSizeThatDoesNotFit() {
    assertThatThrownBy(() -> tryOut(WrongInputs.class, DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WrongInputs could not be applied to the data:");
  }

  @Test
  void anEndWithoutASizeThatDoesNotFit() {
    assertThatThrownBy(() -> tryOut(WrongEnd.class, DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gives outputs of shape [2, 4] for two examples")
        .hasMessageContaining("these data want [2, 3]");
  }

  @Test
  void anEndThatIsNoOutputLayer() {
    assertThatThrownBy(() -> tryOut(NoEnd.class, DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NoEnd could not be trained on the data:");
  }

  private static void refused(Class<?> network, String... words) {
    assertThatThrownBy(() -> tryOut(network, DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words)
        .message()
        .hasLineCount(1);
    Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
    try (Trainer trainer = new Dl4jTrainerFactory(network.getName()).create(DATA, objective)) {
      assertThatThrownBy(() -> trainer.open(DEFAULTS, 1, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll(words);
    }
  }

  private static void tryOut(Class<?> network, Configuration configuration) {
    Networks.tryOut(network.getName(), configuration, DATA.shape(), DATA.train().targets());
  }

  private static NeuralNetConfiguration.ListBuilder dense(NeuralNetConfiguration.Builder builder) {
    return builder.list().layer(new DenseLayer.Builder().nOut(4).build());
  }

  /** Seven classes, whatever the data. */
  public static final class WrongOutputs implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      OutputLayer seven = context.output().nOut(7).build();
      return Blueprint.of(
          dense(context.builder()).layer(seven).setInputType(context.inputType()).build());
    }
  }

  /** Two inputs. */
  public static final class TwoInputs implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      return Blueprint.of(
          context
              .builder()
              .graphBuilder()
              .addInputs("rows", "more")
              .addLayer("out", context.output().build(), "rows", "more")
              .setOutputs("out")
              .setInputTypes(context.inputType(), context.inputType())
              .build());
    }
  }

  /** Double precision. */
  public static final class Doubles implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      return Blueprint.of(
          dense(context.builder().dataType(DataType.DOUBLE))
              .layer(context.output().build())
              .setInputType(context.inputType())
              .build());
    }
  }

  /** Forgets to return a plan. */
  public static final class Nothing implements NetworkFactory {
    @SuppressWarnings("NullAway") // what users' code may do
    @Override
    public @Nullable Blueprint create(Configuration configuration, NetworkContext context) {
      return null;
    }
  }

  /** Has a defect. */
  public static final class Throwing implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      throw new ArithmeticException("/ by zero\nwhich is no number");
    }
  }

  /** Says what is wrong. */
  public static final class Refusing implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      throw new IllegalArgumentException("width must be even");
    }
  }

  /** Six features, whatever the data. */
  public static final class WrongInputs implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      return Blueprint.of(
          context
              .builder()
              .list()
              .layer(new DenseLayer.Builder().nIn(6).nOut(4).build())
              .layer(context.output().nIn(4).build())
              .build());
    }
  }

  /** Four units, compared with three classes. */
  public static final class WrongEnd implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      return Blueprint.of(
          dense(context.builder())
              .layer(new LossLayer.Builder().activation(Activation.SOFTMAX).build())
              .setInputType(context.inputType())
              .build());
    }
  }

  /** Ends with an activation. */
  public static final class NoEnd implements NetworkFactory {
    @Override
    public Blueprint create(Configuration configuration, NetworkContext context) {
      return Blueprint.of(
          context
              .builder()
              .list()
              .layer(new DenseLayer.Builder().nOut(3).build())
              .layer(new ActivationLayer.Builder().activation(Activation.SOFTMAX).build())
              .setInputType(context.inputType())
              .build());
    }
  }
}
