package dev.sturgeon.bench;

import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.spark.SparkDefaults;
import dev.sturgeon.spark.SparkTrialExecutor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * What it costs to get a segment to an executor and its result back, in {@code local[2]} and on a
 * real cluster of two executors with one core each: by leases and, beside it, by one job per
 * segment.
 */
public final class DispatchBench {

  private DispatchBench() {}

  /** Runs the benchmark; takes {@code local} or {@code cluster} to do only that. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0 || args[0].equals("local")) {
      measure("dispatch.local", conf("local[2]"), 200_000, "20000");
    }
    if (args.length == 0 || args[0].equals("cluster")) {
      onCluster();
    }
  }

  private static void onCluster() throws Exception {
    Path directory = Command.studyDirectory("dispatch-cluster").toAbsolutePath();
    Files.createDirectories(directory);
    try (StandaloneCluster cluster = StandaloneCluster.start(directory, 2, 1, "2g")) {
      String jar = jar();
      SparkConf conf =
          conf(cluster.master())
              .set("spark.jars", jar + "," + jar.replace("-all.jar", "-tests.jar"))
              .set("spark.executor.memory", "1g");
      measure("dispatch.cluster", conf, 40_000, "2000");
    }
  }

  private static void measure(String name, SparkConf conf, int segments, String aim)
      throws IOException, InterruptedException {
    try (SparkSession session = session(SparkDefaults.apply(conf.clone()))) {
      new DispatchRun(session, name + ".leases", segments).print(aim, "0.95", "0.99");
    }
    try (SparkSession session = session(conf)) {
      new DispatchRun(session, name + ".jobs", 400).print("-", "-", "-");
    }
  }

  private static SparkConf conf(String master) {
    return new SparkConf()
        .setMaster(master)
        .setAppName("dispatch")
        .set("spark.ui.enabled", "false");
  }

  private static SparkSession session(SparkConf conf) {
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** The jar that executors get: where the product's classes were loaded from. */
  private static String jar() throws URISyntaxException {
    return Path.of(
            SparkTrialExecutor.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }
}
