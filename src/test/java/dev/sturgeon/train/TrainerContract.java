package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.data.TrainingData.Part;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.LayerNorms;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Trainer} must do. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class TrainerContract {
  protected static final Objective OBJECTIVE =
      new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);

  private final TrainingData data = data();
  private Trainer trainer = new NoTrainer();

  /** The trainer under test. */
  protected abstract TrainerFactory factory();

  /** What it is trained on: three classes that can be told apart. */
  protected TrainingData data() {
    return SyntheticData.blobs(101, 6, 3);
  }

  /** The layers' names from the input, of a network of the default form. */
  protected String[] layers() {
    return new String[] {"0", "1", "2"};
  }

  @BeforeEach
  final void openTrainer() {
    trainer = factory().create(data, OBJECTIVE);
  }

  @AfterEach
  final void closeTrainer() {
    trainer.releaseThread();
    trainer.close();
  }

  static Stream<Configuration> networks() {
    List<Configuration> networks = new ArrayList<>();
    for (String updater : List.of("sgd", "momentum", "nesterov", "rmsprop", "adam")) {
      networks.add(with("updater", updater, "batchNorm", "true", "dropout", 0.3, "l2", 0.001));
    }
    networks.add(with("hiddenLayers", 0));
    networks.add(with("batchSize", 1, "hiddenLayers", 1));
    networks.add(with("batchSize", "full", "batchNorm", "true", "gradientClip", 0.5));
    networks.add(with("batchSize", 25, "batchNorm", "true", "hiddenLayers", 3, "taper", 0.5));
    networks.add(with("noise", 0.2, "weightInit", "gaussian", "weightStd", 0.1));
    return networks.stream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  final void anySplitIntoSegmentsGivesTheSameParameters(Configuration network) throws Exception {
    TrainingState atOnce = train(network, 7, null, 8);
    TrainingState inFour = null;
    for (int to = 2; to <= 8; to += 2) {
      inFour = train(network, 7, inFour, to);
    }
    assertSame(inFour, atOnce);
  }

  @Test
  final void anotherSeedGivesOtherParameters() throws Exception {
    Configuration network = with("dropout", 0.2);
    assertThat(train(network, 2, null, 1).array("parameters"))
        .isNotEqualTo(train(network, 1, null, 1).array("parameters"));
  }

  @Test
  final void trainingLearns() throws Exception {
    try (TrainingSession session = trainer.open(with(), 3, null)) {
      double before = scores(session).loss();
      for (int epoch = 1; epoch <= 10; epoch++) {
        session.trainEpoch(epoch, 0.01);
      }
      assertThat(scores(session).loss()).isLessThan(before / 2);
      assertThat(scores(session).metric()).isGreaterThan(0.9);
    }
  }

  @Test
  final void inferenceIsRepeatableAndLeavesTrainingAlone() throws Exception {
    Configuration network = with("dropout", 0.5, "batchNorm", "true");
    try (TrainingSession session = trainer.open(network, 3, null)) {
      session.trainEpoch(1, 0.01);
      float[] dev = session.outputs(Part.DEV);
      assertThat(session.outputs(Part.PROBE)).hasSize(data.probe().rows() * 3);
      assertThat(session.outputs(Part.DEV)).isEqualTo(dev);
      session.trainEpoch(2, 0.01 / 2);
      assertSame(session.state(), train(network, 3, null, 2));
    }
  }

  @Test
  final void probabilitiesSumToOne() {
    try (TrainingSession session = trainer.open(with(), 3, null)) {
      float[] dev = session.outputs(Part.DEV);
      for (int row = 0; row < data.dev().rows(); row++) {
        assertThat(dev[row * 3] + dev[row * 3 + 1] + dev[row * 3 + 2]).isCloseTo(1f, within(1e-5f));
      }
    }
  }

  @Test
  final void trainingSideBySideGivesTheSameAsAlone() throws Exception {
    Configuration first = with("dropout", 0.4);
    Configuration second = with("dropout", 0.1, "updater", "nesterov", "batchNorm", "true");
    TrainingState firstAlone = train(first, 1, null, 4);
    TrainingState secondAlone = train(second, 2, null, 4);
    CompletableFuture<TrainingState> beside =
        CompletableFuture.supplyAsync(() -> trainUnchecked(first, 1));
    TrainingState here = train(second, 2, null, 4);
    assertSame(beside.get(1, TimeUnit.MINUTES), firstAlone);
    assertSame(here, secondAlone);
  }

  @Test
  final void aStateIsACopy() throws Exception {
    try (TrainingSession session = trainer.open(with(), 3, null)) {
      TrainingState before = session.state();
      float[] parameters = before.array("parameters").clone();
      session.trainEpoch(1, 0.01);
      assertThat(before.array("parameters")).isEqualTo(parameters);
      assertThat(session.state().array("parameters")).isNotEqualTo(parameters);
    }
  }

  @Test
  final void normsAreGivenForEachLayerFromTheInput() throws Exception {
    try (TrainingSession session = trainer.open(with("updater", "sgd"), 3, null)) {
      List<LayerNorms> norms = session.trainEpoch(1, 0.01);
      assertThat(norms).extracting(LayerNorms::layer).containsExactly(layers());
      for (LayerNorms layer : norms) {
        assertThat(layer.gradient()).isPositive();
        assertThat(layer.update()).isCloseTo(0.01 * layer.gradient(), withinPercentage(0.1));
      }
    }
  }

  @Test
  final void aClippedGradientMakesASmallStep() throws Exception {
    Configuration network = with("updater", "sgd", "gradientClip", 0.001);
    try (TrainingSession session = trainer.open(network, 3, null)) {
      for (LayerNorms layer : session.trainEpoch(1, 0.5)) {
        assertThat(layer.gradient()).isGreaterThan(0.001);
        assertThat(layer.update()).isCloseTo(0.5 * 0.001, withinPercentage(0.1));
      }
    }
  }

  @Test
  final void anotherNetworksStateIsRefused() throws Exception {
    TrainingState state = train(with("units", 9), 1, null, 1);
    assertThatThrownBy(() -> trainer.open(with("units", 8), 1, state))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> trainer.open(with("units", 9, "updater", "sgd"), 1, state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("updater");
    TrainingState empty = new TrainingState(1, 1, new TreeMap<>());
    assertThatThrownBy(() -> trainer.open(with(), 1, empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parameters");
  }

  @Test
  final void divergenceIsReported() {
    Configuration network = with("updater", "sgd", "hiddenLayers", 3);
    try (TrainingSession session = trainer.open(network, 1, null)) {
      assertThatThrownBy(
              () -> {
                for (int epoch = 1; epoch <= 20; epoch++) {
                  session.trainEpoch(epoch, 1e20);
                }
              })
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("became");
    }
  }

  private TrainingState trainUnchecked(Configuration network, long seed) {
    try {
      return train(network, seed, null, 4);
    } catch (DivergedException e) {
      throw new IllegalStateException(e);
    } finally {
      trainer.releaseThread();
    }
  }

  private TrainingState train(
      Configuration network, long seed, @Nullable TrainingState from, int to)
      throws DivergedException {
    try (TrainingSession session = trainer.open(network, seed, from)) {
      for (int epoch = from == null ? 1 : from.epoch() + 1; epoch <= to; epoch++) {
        session.trainEpoch(epoch, 0.01 / epoch);
      }
      return session.state();
    }
  }

  private Scores scores(TrainingSession session) {
    return Evaluation.of(session.outputs(Part.DEV), data.dev().targets()).scores(Metric.ACCURACY);
  }

  private static void assertSame(@Nullable TrainingState state, TrainingState wanted) {
    assertThat(state).isNotNull();
    assertThat(state.epoch()).isEqualTo(wanted.epoch());
    assertThat(state.iteration()).isEqualTo(wanted.iteration()).isPositive();
    assertThat(state.arrays().keySet()).containsExactly("parameters", "updater");
    state.arrays().forEach((name, array) -> assertThat(array).isEqualTo(wanted.array(name)));
  }

  /** A small network with these settings on top, names and values alternating. */
  protected static Configuration with(Object... settings) {
    Configuration configuration =
        new Configuration(new TreeMap<>())
            .with("units", Value.of(8L))
            .with("batchSize", Value.of(16L));
    for (int i = 0; i < settings.length; i += 2) {
      Object value = settings[i + 1];
      configuration =
          configuration.with(
              (String) settings[i],
              value instanceof Integer integer
                  ? Value.of((long) integer)
                  : value instanceof Double real ? Value.of(real) : Value.of((String) value));
    }
    return configuration;
  }

  /** Stands in before a test has begun. */
  private record NoTrainer() implements Trainer {
    @Override
    public TrainingSession open(
        Configuration configuration, long seed, @Nullable TrainingState state) {
      throw new IllegalStateException("no test has begun");
    }

    @Override
    public void close() {}
  }
}
