package dev.sturgeon.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/** A Java program with Spark's jars, in a process of its own, with its output in files. */
public final class JavaProcess implements AutoCloseable {
  private static final long LOOK_MILLIS = 50;

  private final String name;
  private final Path stdout;
  private final Path stderr;
  private final Process process;

  private JavaProcess(String name, Path stdout, Path stderr, Process process) {
    this.name = name;
    this.stdout = stdout;
    this.stderr = stderr;
    this.process = process;
  }

  /** Starts a main class of the Spark at this home; its output goes to the directory. */
  public static JavaProcess start(
      Path sparkHome, Path directory, String name, List<String> arguments) throws IOException {
    return start(sparkHome, directory, name, arguments, Map.of());
  }

  /** The same with more in its environment. */
  public static JavaProcess start(
      Path sparkHome,
      Path directory,
      String name,
      List<String> arguments,
      Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    // None of these computes: the quick compiler and the small collector spare the machine.
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", sparkHome.resolve("jars") + "/*"));
    command.addAll(arguments);
    Path stdout = directory.resolve(name + ".out");
    Path stderr = directory.resolve(name + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().put("SPARK_HOME", sparkHome.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().remove("SPARK_CONF_DIR");
    builder.environment().putAll(environment);
    return new JavaProcess(name, stdout, stderr, builder.start());
  }

  /** What it has written to standard output. */
  public String stdout() {
    return read(stdout);
  }

  /** What it has written to standard error. */
  public String stderr() {
    return read(stderr);
  }

  /**
   * Waits for it to end.
   *
   * @return its exit code
   */
  public int await(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      close();
      throw new AssertionError(name + " did not end within " + patience + "\n" + stderr());
    }
    return process.exitValue();
  }

  /** Waits for a match in either output and gives its first group. */
  String awaitOutput(Pattern wanted, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Matcher matcher = wanted.matcher(stdout() + stderr());
      if (matcher.find()) {
        return matcher.group(1);
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError(name + " never said " + wanted + "\n" + stderr());
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Sends it a signal, for example INT. */
  public void signal(String name) throws IOException, InterruptedException {
    signal(name, 1);
  }

  /** Sends it so many, some milliseconds apart, unless it ends first. */
  public void signal(String name, int times) throws IOException, InterruptedException {
    String one = "kill -" + name + " " + process.pid();
    String more = "; sleep 0.002; " + one + " 2> /dev/null || exit 0";
    List<String> command = List.of("sh", "-c", one + more.repeat(times - 1));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(command + " ended with exit code " + code);
    }
  }

  /** The processes that it started whose command line has this in it. */
  List<ProcessHandle> children(String inCommandLine) {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(inCommandLine))
        .toList();
  }

  /** Kills it and everything it started, and waits until it is gone. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  private static String read(Path file) {
    try {
      // Not strictly: what it writes just now may end in half a character.
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
