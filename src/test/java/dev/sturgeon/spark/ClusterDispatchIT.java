package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.cluster.StandaloneCluster.DeployMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Leases on a real cluster: one executor on each of two Workers, of one core if not said otherwise.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClusterDispatchIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Spark refuses to start on less than 450 MB, and of a heap of 512 MB the parallel collector may
   * leave less than that, if it collects early.
   */
  private static final String EXECUTOR_MEMORY = "1g";

  private final StandaloneCluster cluster;
  private final Path directory;

  ClusterDispatchIT(@TempDir Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    this.cluster = StandaloneCluster.start(directory, 2, 2, "3g");
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void usesBothExecutorsInClientMode() throws Exception {
    usesBothExecutors(DeployMode.CLIENT);
  }

  @Test
  void usesBothExecutorsInClusterMode() throws Exception {
    usesBothExecutors(DeployMode.CLUSTER);
  }

  private void usesBothExecutors(DeployMode mode) throws Exception {
    Path file = directory.resolve(mode + ".txt");
    JavaProcess application = submit(mode, file, 1, "once");

    assertThat(application.await(PATIENCE)).as(cluster::logs).isZero();
    assertThat(Files.readString(file)).contains("slots 2", "answered 500 of 500", "dropped 0");
    // Spark may have started one anew, so their numbers are not always 0 and 1.
    assertThat(workers(file)).as(cluster::logs).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void reportsWhatAKilledExecutorHeldAndGoesOn() throws Exception {
    Path file = directory.resolve("kill.txt");
    JavaProcess application = submit(DeployMode.CLIENT, file, 1, "losing");
    awaitLine(file, "occupied");
    cluster.killAnExecutor();

    assertThat(application.await(PATIENCE)).as(cluster::logs).isZero();
    assertThat(Files.readString(file))
        .containsPattern("ended [12] Failed\\[kind=WORKER_LOST, message=executor \\d+ is lost")
        .containsPattern("ended 3 Advanced.*worker=\\d+@127.0.0.\\d")
        .contains("answered 500 of 500", "dropped 0");
  }

  /** Four times in a row, since Spark alone would do it as often as not. */
  @Test
  void twoSegmentsOnTwoExecutorsOfTwoCoresAreNeverOnOne() throws Exception {
    Path file = directory.resolve("spread.txt");
    JavaProcess application = submit(DeployMode.CLIENT, file, 2, "again");

    assertThat(application.await(PATIENCE)).as(cluster::logs).isZero();
    assertThat(Files.readString(file)).contains("slots 2", "answered 500 of 500");
    List<String> workers = workers(file);
    assertThat(workers).hasSize(8);
    for (int round = 0; round < 4; round++) {
      assertThat(workers.get(2 * round)).isNotEqualTo(workers.get(2 * round + 1));
    }
  }

  /** Who ended the long segments, in order. */
  private static List<String> workers(Path file) throws IOException {
    return Pattern.compile("worker=(\\d+@127.0.0.\\d)")
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private JavaProcess submit(DeployMode mode, Path file, int cores, String how) throws IOException {
    return cluster.submit(
        mode,
        List.of(
            "--driver-memory",
            "512m",
            "--executor-memory",
            EXECUTOR_MEMORY,
            "--executor-cores",
            Integer.toString(cores),
            "--total-executor-cores",
            Integer.toString(2 * cores),
            "--jars",
            StandaloneCluster.jar().toString(),
            "--class",
            ClusterDispatchApp.class.getName(),
            StandaloneCluster.testJar().toString(),
            file.toString(),
            "2",
            how));
  }

  private void awaitLine(Path file, String line) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file) || !Files.readAllLines(file).contains(line)) {
      assertThat(System.nanoTime()).as(cluster::logs).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
