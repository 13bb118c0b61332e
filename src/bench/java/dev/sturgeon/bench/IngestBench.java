package dev.sturgeon.bench;

import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.spark.ingest.Ingestion;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long a large CSV file takes to ingest and how much memory, in local mode and on a real
 * cluster of two executors with one core each.
 */
public final class IngestBench {
  private static final int ROWS = 1_000_000;
  private static final int COLUMNS = 50;
  private static final String DRIVER_HEAP = "6g";
  private static final String EXECUTOR_HEAP = "1g";
  private static final long LOOK_MILLIS = 200;

  private IngestBench() {}

  /** Runs the benchmark; takes rows and columns. */
  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
    int columns = args.length > 1 ? Integer.parseInt(args[1]) : COLUMNS;
    Path file = new IngestTable(rows, columns).in(Path.of("target", "bench")).toAbsolutePath();
    Figures.print("ingest.rows", rows, "-");
    Figures.print("ingest.columns", columns, "-");
    Figures.print("ingest.csv.mb", Files.size(file) / 1e6, "-");
    run("ingest.local", file, List.of("-Dspark.master=local[2]"));
    onCluster(file);
  }

  private static void onCluster(Path file) throws Exception {
    Path directory = Command.studyDirectory("ingest-cluster").toAbsolutePath();
    Files.createDirectories(directory);
    System.setProperty("sturgeon.spark.home", Path.of("target/spark").toAbsolutePath().toString());
    try (StandaloneCluster cluster = StandaloneCluster.start(directory, 2, 1, "2g")) {
      run(
          "ingest.cluster",
          file,
          List.of(
              "-Dspark.master=" + cluster.master(),
              "-Dspark.executor.memory=" + EXECUTOR_HEAP,
              "-Dspark.executor.metrics.pollingInterval=200",
              "-Dspark.jars=" + jar()));
    }
  }

  /** Ingests in a driver of its own, and watches the resident memory of all that it takes. */
  private static void run(String name, Path file, List<String> settings)
      throws IOException, InterruptedException {
    Process driver = driver(name, file, settings);
    double driverPeak = 0;
    Map<Long, Double> executors = new HashMap<>();
    while (!driver.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      driverPeak = Math.max(driverPeak, Resident.PEAK.megabytes(driver.pid()));
      for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
        if (process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend")) {
          executors.merge(process.pid(), Resident.PEAK.megabytes(process.pid()), Math::max);
        }
      }
    }
    if (driver.exitValue() != 0) {
      throw new IOException(name + " ended with exit code " + driver.exitValue());
    }
    Figures.print(name + ".driver.rssPeak.mb", driverPeak, "-");
    executors.values().stream()
        .max(Double::compare)
        .ifPresent(peak -> Figures.print(name + ".executor.rssPeak.mb", peak, "-"));
  }

  private static Process driver(String name, Path file, List<String> settings) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    line.add("-Xmx" + DRIVER_HEAP);
    line.addAll(settings);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of(IngestRun.class.getName(), file.toString(), name));
    return new ProcessBuilder(line).inheritIO().start();
  }

  /** The jar that executors get: where the product's classes were loaded from. */
  private static String jar() throws URISyntaxException {
    return Path.of(Ingestion.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }
}
