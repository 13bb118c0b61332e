package dev.sturgeon.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A clone of the repository as far as the scripts see it, with programs in place of Java, Maven and
 * Spark that only tell how they were called.
 */
final class Clone {
  private final Path directory;
  private final Path elsewhere;
  private final Path bin;

  Clone(Path parent) throws IOException {
    directory = Files.createDirectories(parent.resolve("a clone"));
    elsewhere = Files.createDirectories(parent.resolve("else where"));
    bin = Files.createDirectories(parent.resolve("jdk/bin"));
    Files.createDirectories(directory.resolve("submit"));
    Files.createDirectories(directory.resolve("src/main"));
    Files.copy(Path.of("pom.xml"), directory.resolve("pom.xml"));
    for (String script : List.of("local", "cluster", "scheduled", "common.sh")) {
      Files.copy(Path.of("submit", script), directory.resolve("submit").resolve(script));
    }
    java("17.0.15");
    program(bin.resolve("mvn"), "echo mvn \"$@\"");
  }

  /** Makes this the version of the JDK. */
  void java(String version) throws IOException {
    java(version, "printf '%s\\n' \"$@\"");
  }

  /** Makes this the version of the JDK, and these lines of bash what it does. */
  void java(String version, String... lines) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\"' >&2; exit; fi");
    all.addAll(List.of(lines));
    program(bin.resolve("java"), all.toArray(String[]::new));
  }

  /** Puts there what a build leaves. */
  void built() throws IOException {
    file("target/sturgeon-0.1.0-all.jar");
    file("target/spark/RELEASE");
  }

  /** Makes an empty file, newer than all others. */
  Path file(String path) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, "");
  }

  /** Makes a Spark installation and returns its home. */
  Path spark(String core) throws IOException {
    Path home = file("spark " + core + "/jars/" + core).resolveSibling("..").normalize();
    Files.createDirectories(home.resolve("bin"));
    program(home.resolve("bin/spark-submit"), "printf '%s\\n' spark-submit \"$@\"");
    return home;
  }

  Path path(String path) {
    return directory.resolve(path);
  }

  /** Starts a script as a timer does: no terminal, hardly an environment, another directory. */
  Process start(Path out, Path err, String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", directory + "/submit/" + script));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("JAVA_HOME", bin.resolveSibling("").toString());
    builder.environment().put("PATH", "/usr/bin:/bin");
    return builder.start();
  }

  /** Runs a script of the clone from another directory. */
  Outcome run(Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", directory + "/submit/" + script));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(elsewhere, "out", "");
    Path err = Files.createTempFile(elsewhere, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(elsewhere.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("SPARK_HOME");
    builder.environment().put("JAVA_HOME", bin.resolveSibling("").toString());
    builder.environment().merge("PATH", bin + ":", (path, mine) -> mine + path);
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(script + " hangs");
    }
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static void program(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\n" + String.join("\n", lines) + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  /** What a script did. */
  record Outcome(int exit, String stdout, String stderr) {}
}
