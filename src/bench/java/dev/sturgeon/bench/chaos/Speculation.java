package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.cluster.StandaloneCluster.DeployMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spark starts copies of tasks that run longer than 100 ms while 1000 segments are trained. */
final class Speculation implements Fault {

  @Override
  public String name() {
    return "speculation";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    // With fewer there may be none that takes long enough.
    int segments = Math.max(200, ground.times(1000));
    Path file = ground.directory().resolve(ground.name("speculation"));
    try (JavaProcess application = submit(ground, file, segments)) {
      int code = application.await(Ground.PATIENCE);
      String said = Files.readString(file);
      return List.of(
          Finding.exactly("exitCode", code, 0),
          Finding.exactly("accepted", number(said, "answered (\\d+) of"), segments),
          Finding.known("answersDropped", number(said, "dropped (\\d+)")),
          Finding.atLeast("duplicates", number(said, "copies (\\d+)"), 1));
    }
  }

  /** One lease on two slots, so that there is room for copies of it. */
  private static JavaProcess submit(Ground ground, Path file, int segments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--conf", "spark.speculation=true"));
    all.addAll(List.of("--conf", "spark.speculation.task.duration.threshold=100ms"));
    all.addAll(List.of("--driver-memory", "512m", "--executor-memory", "1g"));
    all.addAll(List.of("--executor-cores", "1", "--total-executor-cores", "2"));
    all.addAll(List.of("--jars", StandaloneCluster.jar().toString()));
    all.addAll(List.of("--class", "dev.sturgeon.spark.ClusterDispatchApp"));
    all.addAll(List.of(StandaloneCluster.testJar().toString(), file.toString(), "1"));
    all.addAll(List.of("speculating", Integer.toString(segments)));
    return ground.cluster().submit(DeployMode.CLIENT, all);
  }

  private static long number(String text, String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IOException("there is no " + pattern + " in: " + text);
    }
    return Long.parseLong(found.group(1));
  }
}
