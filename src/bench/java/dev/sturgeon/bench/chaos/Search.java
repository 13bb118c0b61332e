package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.cluster.StandaloneCluster.DeployMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A search as the command line starts it, in a process of its own: the same command each time.
 *
 * @param ground where
 * @param conf its configuration
 * @param study its directory
 * @param settings what is set besides
 */
record Search(Ground ground, Path conf, Path study, List<String> settings) {
  private static final Path MISBEHAVING =
      Path.of("src/test/resources/dev/sturgeon/cli/misbehaving.yaml");

  /** Executors of one core each, on the two Workers, which start often and compute little. */
  private static final List<String> EXECUTORS =
      List.of(
          "--driver-memory",
          "1g",
          "--executor-memory",
          "1g",
          "--executor-cores",
          "1",
          "--conf",
          "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1");

  /** The digits, with a perceptron that is soon trained. */
  static Search digits(Ground ground, String name, String... settings) {
    return of(ground, Path.of("conf/digits.yaml"), name, List.of(settings));
  }

  /** The digits, with networks that do what their hyperparameter {@code misdeed} says. */
  static Search misbehaving(Ground ground, String name, String... settings) {
    return of(ground, MISBEHAVING, name, List.of(settings));
  }

  /** So many trials in this order, each told what to do; the usual network needs no telling. */
  static Search ofDeeds(Ground ground, String name, List<String> deeds, String... settings) {
    List<String> first = new ArrayList<>();
    for (int i = 0; i < deeds.size(); i++) {
      first.add("{misdeed: %s, learningRate: %.4f}".formatted(deeds.get(i), 0.01 + i * 1e-4));
    }
    List<String> all = new ArrayList<>();
    all.add("space.learningRate={low: 0.001, high: 0.1, scale: log}");
    all.add("space.misdeed={choices: [none, throw, nan, heap, native, abort, crash, sleep, hang]}");
    all.add("data.sample=0.3");
    all.add("search.sampler=random");
    all.add("search.maxTrials=" + deeds.size());
    all.add("search.first=[" + String.join(", ", first) + "]");
    all.addAll(List.of(settings));
    return of(ground, MISBEHAVING, name, all);
  }

  private static Search of(Ground ground, Path conf, String name, List<String> settings) {
    Path study = ground.directory().resolve(ground.name(name));
    // What is counted are the search's segments; a study that is left earlier has no others.
    List<String> all = new ArrayList<>(List.of("confirm.enabled=false"));
    all.addAll(settings);
    return new Search(ground, conf.toAbsolutePath(), study, all);
  }

  /** The same search in another directory. */
  Search in(Path directory) {
    return new Search(ground, conf, directory, settings);
  }

  /** What its journal tells now. */
  Story story() throws IOException {
    return Story.of(study);
  }

  /** Starts it in local mode with two slots. */
  JavaProcess local(String... options) throws IOException {
    Path spark = Path.of(System.getProperty("sturgeon.spark.home"));
    List<String> all = new ArrayList<>(List.of("-Xmx1g", "-XX:-CreateCoredumpOnCrash"));
    all.add("-Dlog4j2.configurationFile=" + Path.of("submit/log4j2.properties").toUri());
    all.addAll(List.of(options));
    String jars = StandaloneCluster.jar() + ":" + StandaloneCluster.testJar();
    all.addAll(List.of("-cp", jars + ":" + spark.resolve("jars") + "/*", "dev.sturgeon.cli.Main"));
    all.addAll(command(study.toString()));
    all.addAll(List.of("--master", "local[2]"));
    return ground.keep(
        JavaProcess.start(spark, ground.directory(), ground.name("driver"), all, Map.of()));
  }

  /** Starts it with its driver here and its executors on the cluster. */
  JavaProcess onCluster() throws IOException, InterruptedException {
    return onCluster(List.of(), Map.of());
  }

  JavaProcess onCluster(List<String> options, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(EXECUTORS);
    all.addAll(List.of("--total-executor-cores", "2"));
    all.addAll(List.of("--jars", StandaloneCluster.testJar().toString()));
    all.addAll(List.of("--class", "dev.sturgeon.cli.Main", StandaloneCluster.jar().toString()));
    all.addAll(command(study.toUri().toString()));
    return ground.cluster().submit(DeployMode.CLIENT, options, environment, all);
  }

  private List<String> command(String directory) {
    List<String> all = new ArrayList<>(List.of("caviar", conf.toString(), "--json"));
    all.addAll(List.of("--dir", directory));
    for (String setting : settings) {
      all.addAll(List.of("--set", setting));
    }
    return all;
  }
}
