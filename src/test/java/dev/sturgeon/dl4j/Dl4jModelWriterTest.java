package dev.sturgeon.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network is saved, and opened by plain DL4J and by {@link Dl4jPredictorFactory}. */
final class Dl4jModelWriterTest {
  private static final TrainingData DATA = SyntheticData.blobs(80, 5, 3);
  private static final Examples DEV = DATA.dev();
  private static final Configuration NETWORK =
      new Configuration(new TreeMap<>())
          .with("units", Value.of(7L))
          .with("updater", Value.of("momentum"))
          .with("dropout", Value.of(0.3))
          .with("l2", Value.of(0.01))
          .with("batchNorm", Value.of("true"));

  private static byte[] file = {};
  private static float[] wanted = {};

  @BeforeAll
  static void trainAndSave() throws Exception {
    Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.BALANCED);
    try (Trainer trainer = new Dl4jTrainerFactory("mlp").create(DATA, objective);
        TrainingSession session = trainer.open(NETWORK, 1, null)) {
      session.trainEpoch(1, 0.1);
      session.trainEpoch(2, 0.1);
      wanted = session.outputs(TrainingData.Part.DEV);
      file =
          new Dl4jModelWriter("mlp")
              .write(NETWORK, session.state(), DATA.shape(), DATA.train().targets());
    }
  }

  @Test
  void plainDl4jOpensItAndSaysTheSame() throws IOException {
    MultiLayerNetwork plain =
        ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file), true);
    INDArray rows = Nd4j.createFromArray(DEV.features()).reshape(DEV.rows(), 5);
    assertThat(Natives.copy(plain.output(rows))).isEqualTo(wanted);
  }

  @Test
  void itNamesNoClassOfOursAndHoldsNoUpdaterState() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      assertThat(zip.getNextEntry()).hasToString("configuration.json");
      assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
          .contains("Nesterovs")
          .doesNotContain("sturgeon");
      assertThat(zip.getNextEntry()).hasToString("coefficients.bin");
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  @Test
  void thePredictorSaysTheSame() {
    try (Predictor predictor = new Dl4jPredictorFactory().open(file)) {
      assertThat(predictor.outputs(DEV.features(), DEV.rows())).isEqualTo(wanted);
      assertThat(predictor.outputs(new float[0], 0)).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void thePredictorServesManyThreadsAtOnce() {
    try (Predictor predictor = new Dl4jPredictorFactory().open(file)) {
      assertThat(
              IntStream.range(0, 200)
                  .parallel()
                  .mapToObj(i -> predictor.outputs(DEV.features(), DEV.rows())))
          .allSatisfy(said -> assertThat(said).isEqualTo(wanted));
    }
  }

  @Test
  void aFileWithAnythingElseInItIsRefused() throws IOException {
    byte[] hostile = zip("configuration.json", "{}", "preprocessor.bin", "x");
    assertThatThrownBy(() -> new Dl4jPredictorFactory().open(hostile))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it holds 'preprocessor.bin'");
  }

  @Test
  void aFileThatUnpacksToMoreThanThereIsRoomForIsRefused() throws IOException {
    byte[] bomb = zip("configuration.json", "{}", "coefficients.bin", "0".repeat(1_000_000));
    assertThat(bomb).hasSizeLessThan(10_000);
    assertThat(Dl4jPredictorFactory.entries(bomb, 1_000_002)).hasSize(2);
    assertThatThrownBy(() -> Dl4jPredictorFactory.entries(bomb, 1_000_001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unpacks to over 1000001 bytes");
  }

  @Test
  void aFileThatIsNoNetworkIsRefused() throws IOException {
    byte[] partial = zip("configuration.json", "{}");
    byte[] senseless = zip("configuration.json", "{", "coefficients.bin", "x");
    for (byte[] bad : new byte[][] {new byte[0], {1, 2, 3}, partial, senseless}) {
      assertThatThrownBy(() -> new Dl4jPredictorFactory().open(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("no network file: ");
    }
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
