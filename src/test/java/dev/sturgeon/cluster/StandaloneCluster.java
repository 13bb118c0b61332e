package dev.sturgeon.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real standalone cluster for tests: one Master and some Workers, each in its own process, from
 * the Spark jars of the build. Ports are free ones; {@link #close} kills everything.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);

  /** Whether its Workers have different hosts: Linux has all of 127.0.0.0/8. */
  public static final boolean HAS_HOSTS = System.getProperty("os.name").startsWith("Linux");

  private static final Pattern MASTER_AT =
      Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED =
      Pattern.compile("Successfully registered with master (\\S+)");

  /** Where the driver of a submitted application runs. */
  public enum DeployMode {
    /** In the process that submits. */
    CLIENT,
    /** On a Worker. */
    CLUSTER
  }

  private final Path sparkHome = Path.of(property("sturgeon.spark.home"));
  private final Path directory;
  private final List<JavaProcess> processes = new ArrayList<>();
  private String master = "";
  private int submissions;

  private StandaloneCluster(Path directory) {
    this.directory = directory;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /**
   * Starts a cluster and waits until its Workers are registered.
   *
   * @param directory an empty directory for logs and the Workers' files
   * @param workers how many Workers
   * @param cores cores of each
   * @param memory memory of each, as Spark writes it
   */
  public static StandaloneCluster start(Path directory, int workers, int cores, String memory)
      throws IOException, InterruptedException {
    StandaloneCluster cluster = new StandaloneCluster(directory);
    try {
      cluster.startAll(workers, cores, memory);
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException | Error failure) {
      cluster.close();
      throw failure;
    }
  }

  /** The URL of its Master. */
  public String master() {
    return master;
  }

  /** The jar that is submitted: Sturgeon and all it needs besides Spark. */
  public static Path jar() {
    return Path.of(property("sturgeon.jar"));
  }

  /** The jar of the test classes. */
  public static Path testJar() {
    return Path.of(property("sturgeon.test.jar"));
  }

  /**
   * Submits an application; its process ends when the application does, in both modes.
   *
   * @param arguments what follows the master and mode on {@code spark-submit}'s command line
   */
  public JavaProcess submit(DeployMode mode, List<String> arguments) throws IOException {
    return submit(mode, List.of(), Map.of(), arguments);
  }

  /**
   * The same with more options of its JVM and more in its environment, for the driver in client
   * mode.
   */
  public JavaProcess submit(
      DeployMode mode,
      List<String> options,
      Map<String, String> environment,
      List<String> arguments)
      throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
    all.addAll(List.of("--deploy-mode", mode.name().toLowerCase(Locale.ROOT)));
    all.addAll(List.of("--conf", "spark.standalone.submit.waitAppCompletion=true"));
    all.addAll(List.of("--conf", "spark.ui.enabled=false"));
    all.addAll(arguments);
    return start("submit" + submissions++, all, environment);
  }

  /** Kills one executor as {@code kill -9} does. */
  public void killAnExecutor() {
    killAnExecutor(0);
  }

  /** The same; whoever calls it with one number after another has all Workers' in turn. */
  public void killAnExecutor(int turn) {
    List<ProcessHandle> executors =
        processes.stream()
            .flatMap(process -> process.children("CoarseGrainedExecutorBackend").stream())
            .toList();
    if (executors.isEmpty() || !executors.get(turn % executors.size()).destroyForcibly()) {
      throw new AssertionError("there is no executor to kill\n" + logs());
    }
  }

  /** Every log there is, each after its name: what to show when a test fails. */
  public String logs() {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> logs =
          files
              .filter(file -> file.toString().matches(".*(\\.out|\\.err|/stdout|/stderr)"))
              .sorted()
              .toList();
      for (Path log : logs) {
        all.append("== ").append(directory.relativize(log)).append('\n');
        all.append(Files.readString(log)).append('\n');
      }
    } catch (IOException unreadable) {
      all.append(unreadable);
    }
    return all.toString();
  }

  /** Kills everything, the youngest first. */
  @Override
  public void close() {
    Collections.reverse(processes);
    processes.forEach(JavaProcess::close);
  }

  private void startAll(int workers, int cores, String memory)
      throws IOException, InterruptedException {
    master =
        startDaemon("master", "127.0.0.1", "master.Master", List.of())
            .awaitOutput(MASTER_AT, START);
    List<JavaProcess> started = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      started.add(startWorker(worker, cores, memory));
    }
    for (JavaProcess worker : started) {
      worker.awaitOutput(REGISTERED, START);
    }
  }

  /** Where that is possible, on a host of its own: Spark never starts a copy on the same one. */
  private JavaProcess startWorker(int number, int cores, String memory) throws IOException {
    String name = "worker" + number;
    String host = HAS_HOSTS ? "127.0.0." + (number + 1) : "127.0.0.1";
    String files = directory.resolve(name).toString();
    String count = Integer.toString(cores);
    return startDaemon(
        name,
        host,
        "worker.Worker",
        List.of("--cores", count, "--memory", memory, "--work-dir", files, master));
  }

  private JavaProcess startDaemon(String name, String host, String main, List<String> arguments)
      throws IOException {
    List<String> all = new ArrayList<>();
    all.add("org.apache.spark.deploy." + main);
    all.addAll(List.of("--host", host, "--port", "0", "--webui-port", "0"));
    all.addAll(arguments);
    return start(name, all, Map.of());
  }

  private JavaProcess start(String name, List<String> arguments, Map<String, String> environment)
      throws IOException {
    JavaProcess process = JavaProcess.start(sparkHome, directory, name, arguments, environment);
    processes.add(process);
    return process;
  }

  private static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty(name), () -> name + " is not set: run this test with mvn verify");
  }
}
