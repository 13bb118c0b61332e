package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.cluster.StandaloneCluster.DeployMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The digits search on a real standalone cluster: a Master and two Workers. */
@Timeout(1200)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DigitsClusterIT {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StandaloneCluster cluster;
  private final Path directory;

  DigitsClusterIT(@TempDir Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    this.cluster = StandaloneCluster.start(directory, 2, 2, "4g");
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void searchesInClientMode() throws Exception {
    JavaProcess submitted = search(DeployMode.CLIENT, "client");
    JsonNode printed = JSON.readTree(submitted.stdout());
    assertThat(printed).isEqualTo(summary("client"));
  }

  /** The driver runs on a Worker: the configuration and the directory are URIs that it sees. */
  @Test
  void searchesInClusterMode() throws Exception {
    search(DeployMode.CLUSTER, "cluster");
  }

  private JavaProcess search(DeployMode mode, String name) throws Exception {
    JavaProcess submitted = submit(mode, directory.resolve(name));
    assertThat(submitted.await(PATIENCE)).as(cluster::logs).isZero();
    assertThat(summary(name).get("completed").intValue()).as(() -> journal(name)).isEqualTo(12);
    assertThat(summary(name).at("/best/value").doubleValue()).isGreaterThan(0.5);
    assertThat(directory.resolve(name).resolve("best/network.zip")).isNotEmptyFile();
    assertThat(segmentsByWorker(name)).as("segments by worker").hasSizeGreaterThanOrEqualTo(2);
    return submitted;
  }

  private JavaProcess submit(DeployMode mode, Path study) throws IOException {
    return cluster.submit(
        mode,
        List.of(
            "--driver-memory",
            "1g",
            "--executor-memory",
            "1g",
            "--executor-cores",
            "1",
            "--total-executor-cores",
            "2",
            "--class",
            "dev.sturgeon.cli.Main",
            StandaloneCluster.jar().toString(),
            "caviar",
            Path.of("conf/digits.yaml").toUri().toString(),
            "--dir",
            study.toUri().toString(),
            "--set",
            "confirm.enabled=false",
            "--set",
            "search={scheduler: full, sampler: random, maxTrials: 12, maxEpochs: 12, segmentEpochs: 2}",
            // With a large rate and a large momentum together a configuration may rightly diverge.
            "--set",
            "space.learningRate.high=0.01",
            "--json"));
  }

  private JsonNode summary(String study) throws IOException {
    return JSON.readTree(directory.resolve(study).resolve("summary.json").toFile());
  }

  private Map<String, Integer> segmentsByWorker(String study) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (String line : journal(study).lines().filter(l -> l.contains("segmentEnded")).toList()) {
      counts.merge(JSON.readTree(line).at("/result/usage/worker").asText(), 1, Integer::sum);
    }
    return counts;
  }

  private String journal(String study) {
    try {
      return Files.readString(directory.resolve(study).resolve("journal/000001.jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
