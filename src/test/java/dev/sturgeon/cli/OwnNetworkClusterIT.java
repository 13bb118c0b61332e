package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.cluster.StandaloneCluster.DeployMode;
import dev.sturgeon.cluster.UserJar;
import dev.sturgeon.dl4j.Dl4jPredictorFactory;
import dev.sturgeon.train.Predictor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worked example of {@code src/examples} as a user runs it: compiled, put into a jar, and
 * submitted to a real cluster with {@code --jars}.
 */
@Timeout(1200)
final class OwnNetworkClusterIT {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXAMPLES = Path.of("src/examples");
  private static final String CLASS = "dev/sturgeon/examples/ResidualNetwork.class";

  @TempDir Path directory;

  @Test
  void searchesMeasuresAndPredicts() throws Exception {
    Path own = UserJar.make(EXAMPLES.resolve("java"), StandaloneCluster.jar(), directory);
    assertThatOnlyTheUsersJarHoldsIt(own);
    Path logs = Files.createDirectory(directory.resolve("cluster"));
    Path study = directory.resolve("study");
    try (StandaloneCluster cluster = StandaloneCluster.start(logs, 2, 2, "4g")) {
      JavaProcess search =
          sturgeon(
              cluster,
              List.of("--jars", own.toString()),
              "caviar",
              EXAMPLES.resolve("residual.yaml").toUri().toString(),
              "--dir",
              study.toUri().toString(),
              "--set",
              "confirm.enabled=false",
              "--set",
              "search={scheduler: full, maxTrials: 4, maxEpochs: 4, segmentEpochs: 2}",
              "--json");
      assertThat(search.await(PATIENCE)).as(cluster::logs).isZero();
      JsonNode summary = JSON.readTree(search.stdout());
      assertThat(summary.get("completed").intValue()).as(cluster::logs).isEqualTo(4);
      assertThat(summary.at("/best/value").doubleValue()).isGreaterThan(0.5);
      assertThat(summary.at("/best/hyperparameters/blocks").intValue()).isBetween(1, 3);
      assertThat(workers(study)).isNotEmpty().noneMatch(worker -> worker.startsWith("driver"));
      JavaProcess measured =
          sturgeon(
              cluster, List.of(), "evaluate", "--model", study.resolve("best").toUri().toString());
      assertThat(measured.await(PATIENCE)).as(cluster::logs).isZero();
      assertThat(measured.stdout()).contains("accuracy");
    }
    byte[] file = Files.readAllBytes(study.resolve("best/network.zip"));
    int columns = columns(study);
    try (Predictor predictor = new Dl4jPredictorFactory().open(file)) {
      assertThat(predictor.outputs(new float[2 * columns], 2)).hasSize(2 * 10);
    }
  }

  /** Plain DL4J opens the graph, and knows how many pixels were not constant. */
  private static int columns(Path study) throws IOException {
    File file = study.resolve("best/network.zip").toFile();
    return (int) ComputationGraph.load(file, false).layerInputSize("in");
  }

  private static void assertThatOnlyTheUsersJarHoldsIt(Path own) throws IOException {
    try (ZipFile users = new ZipFile(own.toFile());
        ZipFile sturgeon = new ZipFile(StandaloneCluster.jar().toFile())) {
      assertThat(users.getEntry(CLASS)).isNotNull();
      assertThat(sturgeon.getEntry(CLASS)).isNull();
    }
  }

  private static JavaProcess sturgeon(
      StandaloneCluster cluster, List<String> options, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("--driver-memory", "1g", "--executor-memory", "1g"));
    all.addAll(List.of("--executor-cores", "1", "--total-executor-cores", "2"));
    all.addAll(List.of("--class", "dev.sturgeon.cli.Main", StandaloneCluster.jar().toString()));
    all.addAll(List.of(arguments));
    return cluster.submit(DeployMode.CLIENT, all);
  }

  /** Who trained: an executor's number and host each. */
  private static List<String> workers(Path study) throws IOException {
    List<String> workers = new ArrayList<>();
    for (String line : Files.readAllLines(study.resolve("journal/000001.jsonl"))) {
      if (line.contains("segmentEnded")) {
        workers.add(JSON.readTree(line).at("/result/usage/worker").asText());
      }
    }
    return workers;
  }
}
