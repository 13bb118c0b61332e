package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.cluster.StandaloneCluster.DeployMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Searches on a real cluster, of one executor on each of two Workers, while things go wrong. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultsClusterIT {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CONF = Path.of("src/test/resources/dev/sturgeon/cli/misbehaving.yaml");

  private final Path directory;
  private final StandaloneCluster cluster;

  FaultsClusterIT(@TempDir Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    Path logs = Files.createDirectory(directory.resolve("cluster"));
    this.cluster = StandaloneCluster.start(logs, 2, 2, "4g");
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  /** Throws, gives no numbers, fills both memories, ends its JVM, sleeps; one is all right. */
  @Test
  void whatMisbehavesEndsWithItsReasonAndTheRestIsTrained() throws Exception {
    Path study = directory.resolve("misbehaving");
    JavaProcess search = search(study, "search.hangAfter=60s");
    assertThat(search.await(PATIENCE)).as(cluster::logs).isZero();
    JsonNode summary = JSON.readTree(search.stdout());
    assertThat(summary.get("completed").intValue()).as(search.stderr()).isEqualTo(1);
    assertThat(summary.get("diverged").intValue()).isEqualTo(1);
    assertThat(summary.at("/best/hyperparameters/misdeed").asText()).isEqualTo("none");

    Map<String, String> kinds = kinds(study);
    assertThat(kinds)
        .containsEntry("throw", "EXCEPTION")
        .containsEntry("native", "OUT_OF_MEMORY")
        .containsEntry("abort", "KILLS_EXECUTOR")
        .containsEntry("sleep", "HANG");
    // Where the heap is full, other threads of the executor may be the ones that find out.
    assertThat(kinds.get("heap")).isIn("OUT_OF_MEMORY", "KILLS_EXECUTOR");
  }

  private JavaProcess search(Path study, String... settings) throws IOException {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--driver-memory", "1g", "--executor-memory", "1g"));
    all.addAll(List.of("--executor-cores", "1", "--total-executor-cores", "2"));
    all.addAll(List.of("--jars", StandaloneCluster.testJar().toString()));
    all.addAll(List.of("--class", "dev.sturgeon.cli.Main", StandaloneCluster.jar().toString()));
    all.addAll(List.of("caviar", CONF.toAbsolutePath().toString(), "--json"));
    all.addAll(List.of("--dir", study.toUri().toString(), "--set", "confirm.enabled=false"));
    for (String setting : settings) {
      all.addAll(List.of("--set", setting));
    }
    return cluster.submit(DeployMode.CLIENT, all);
  }

  /** For each misdeed, as what its trial failed. */
  private static Map<String, String> kinds(Path study) throws IOException {
    Map<Long, String> deeds = new TreeMap<>();
    Map<String, String> kinds = new TreeMap<>();
    for (JsonNode event : events(study)) {
      if (event.get("event").asText().equals("segmentIssued")) {
        JsonNode segment = event.get("segment");
        deeds.put(segment.get("token").longValue(), segment.at("/configuration/misdeed").asText());
      } else if (event.get("event").asText().equals("segmentEnded")
          && event.at("/result/type").asText().equals("failed")
          && !event.get("again").booleanValue()) {
        String deed = deeds.getOrDefault(event.get("token").longValue(), "");
        kinds.put(deed, event.at("/result/kind").asText());
      }
    }
    return kinds;
  }

  private static List<JsonNode> events(Path study) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(study.resolve("journal/000001.jsonl"))) {
      events.add(JSON.readTree(line));
    }
    return events;
  }
}
