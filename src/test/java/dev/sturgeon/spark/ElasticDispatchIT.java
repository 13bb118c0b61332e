package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.cluster.StandaloneCluster.DeployMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Leases where Spark's dynamic allocation adds and takes executors on a real cluster. */
@Timeout(300)
final class ElasticDispatchIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @Test
  void executorsComeWithTheWorkAndGoWithIt(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("elastic.txt");
    try (StandaloneCluster cluster = StandaloneCluster.start(directory, 2, 1, "2g")) {
      JavaProcess application = cluster.submit(DeployMode.CLIENT, arguments(file));

      assertThat(application.await(PATIENCE)).as(cluster::logs).isZero();
      assertThat(Files.readAllLines(file))
          .as(cluster::logs)
          .containsExactly(
              "no slot", "2 slots", "all advanced", "no slot", "2 slots", "all advanced");
    }
  }

  private static List<String> arguments(Path file) {
    List<String> all = new ArrayList<>(List.of("--driver-memory", "512m"));
    all.addAll(List.of("--executor-memory", "1g", "--executor-cores", "1"));
    Stream.of(
            "enabled=true",
            "shuffleTracking.enabled=true",
            "initialExecutors=0",
            "minExecutors=0",
            "maxExecutors=2",
            "executorIdleTimeout=2s",
            "schedulerBacklogTimeout=1s")
        .forEach(setting -> all.addAll(List.of("--conf", "spark.dynamicAllocation." + setting)));
    all.addAll(List.of("--jars", StandaloneCluster.jar().toString()));
    all.addAll(List.of("--class", ElasticDispatchApp.class.getName()));
    all.addAll(List.of(StandaloneCluster.testJar().toString(), file.toString()));
    return all;
  }
}
