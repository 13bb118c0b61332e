package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.Predictor;
import dev.sturgeon.train.SyntheticData;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainingSession;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Users' own networks are saved, and opened by plain DL4J and by {@link Dl4jPredictorFactory}. */
final class OwnNetworkModelTest {
  private static final TrainingData DATA = SyntheticData.blobs(80, 5, 3);
  private static final Examples DEV = DATA.dev();
  private static final Configuration NETWORK =
      new Configuration(new TreeMap<>())
          .with("units", Value.of(7L))
          .with("learningRate", Value.of(0.125))
          .with("updater", Value.of("momentum"))
          .with("momentum", Value.of(0.5))
          .with("batchNorm", Value.of("true"));

  @Test
  void dl4jOpensAGraph() throws Exception {
    Saved saved = Saved.of(OwnGraph.class);
    ComputationGraph graph =
        ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(saved.file()), false);
    assertThat(graph.output(dev())[0].data().asFloat()).isEqualTo(saved.outputs());
  }

  @Test
  void dl4jOpensAStack() throws Exception {
    Saved saved = Saved.of(OwnStack.class);
    MultiLayerNetwork stack =
        ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(saved.file()), false);
    assertThat(stack.output(dev()).data().asFloat()).isEqualTo(saved.outputs());
  }

  @ParameterizedTest
  @ValueSource(classes = {OwnGraph.class, OwnStack.class})
  void predictionsAreTheTrainedNetworks(Class<?> network) throws Exception {
    Saved saved = Saved.of(network);
    try (Predictor predictor = new Dl4jPredictorFactory().open(saved.file())) {
      assertThat(predictor.outputs(DEV.features(), DEV.rows())).isEqualTo(saved.outputs());
    }
  }

  /** Nesterov's rule stands for classical momentum; a rate of the network's own does not count. */
  @ParameterizedTest
  @ValueSource(classes = {OwnGraph.class, OwnStack.class})
  void theSavedPlanHasFixedRatesAndNoClassOfOurs(Class<?> network) throws Exception {
    Map<String, byte[]> entries =
        Dl4jPredictorFactory.entries(Saved.of(network).file(), Integer.MAX_VALUE - 1);
    String json = new String(entries.get("configuration.json"), StandardCharsets.UTF_8);
    assertThat(json).doesNotContain("sturgeon").doesNotContain("Schedule\" : {");
    JsonNode settings = new ObjectMapper().readTree(json);
    assertThat(settings.findValuesAsText("learningRate"))
        .isNotEmpty()
        .allMatch(rate -> rate.equals("0.125") || rate.equals("0.0625"));
  }

  private static INDArray dev() {
    return Nd4j.createFromArray(DEV.features()).reshape(DEV.rows(), DEV.columns());
  }

  private record Saved(byte[] file, float[] outputs) {

    static Saved of(Class<?> network) throws Exception {
      String name = network.getName();
      Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.BALANCED);
      try (Trainer trainer = new Dl4jTrainerFactory(name).create(DATA, objective);
          TrainingSession session = trainer.open(NETWORK, 1, null)) {
        session.trainEpoch(1, 0.1);
        session.trainEpoch(2, 0.1);
        return new Saved(
            new Dl4jModelWriter(name)
                .write(NETWORK, session.state(), DATA.shape(), DATA.train().targets()),
            session.outputs(TrainingData.Part.DEV));
      }
    }
  }
}
