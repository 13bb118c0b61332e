package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A search whose driver is killed goes on with the same command and ends as if nothing had been.
 */
@Timeout(300)
final class ResumeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;

  ResumeIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void aKilledSearchGoesOn() throws Exception {
    Path killed = directory.resolve("killed");
    try (JavaProcess first = search(killed, "first")) {
      awaitEnds(killed.resolve("journal/000001.jsonl"), 5);
    }
    JsonNode resumed = finish(killed, "second");
    JsonNode undisturbed = finish(directory.resolve("undisturbed"), "undisturbed");

    assertThat(resumed.get("resumed").booleanValue()).isTrue();
    assertThat(undisturbed.get("resumed").booleanValue()).isFalse();
    assertThat(resumed.get("completed").intValue()).isEqualTo(8);
    assertThat(resumed.get("best")).isEqualTo(undisturbed.get("best"));
  }

  private JsonNode finish(Path study, String name) throws IOException, InterruptedException {
    try (JavaProcess process = search(study, name)) {
      assertThat(process.await(PATIENCE)).as(process::stderr).isZero();
      return JSON.readTree(process.stdout());
    }
  }

  private JavaProcess search(Path study, String name) throws IOException {
    Path spark = Path.of(System.getProperty("sturgeon.spark.home"));
    return JavaProcess.start(
        spark,
        directory,
        name,
        List.of(
            "-Xmx1g",
            "-cp",
            StandaloneCluster.jar() + ":" + spark.resolve("jars") + "/*",
            "dev.sturgeon.cli.Main",
            "caviar",
            Path.of("conf/digits.yaml").toAbsolutePath().toString(),
            "--master",
            "local[2]",
            "--dir",
            study.toString(),
            "--json",
            "--set",
            "confirm.enabled=false",
            "--set",
            "search={scheduler: full, sampler: random, maxTrials: 8, maxEpochs: 6, segmentEpochs: 2}"));
  }

  private static void awaitEnds(Path journal, int wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(journal)
        || Files.readString(journal).lines().filter(l -> l.contains("segmentEnded")).count()
            < wanted) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
