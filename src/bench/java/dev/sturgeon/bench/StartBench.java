package dev.sturgeon.bench;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Times the way to the first trial, built and from a fresh clone, and weighs the submitted jar.
 *
 * <p>The fresh clone uses this machine's Maven cache, unless {@code --empty-cache} is given.
 */
public final class StartBench {
  private static final int REPEATS = 5;

  private StartBench() {}

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    double[] first = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      Path directory = Command.studyDirectory("start-" + i).toAbsolutePath();
      first[i] = secondsUntil("segmentIssued", directory, Path.of("").toAbsolutePath());
    }
    java.util.Arrays.sort(first);
    Figures.print("start.built.firstTrial.seconds.median", first[REPEATS / 2], "6");
    Figures.print("start.built.firstTrial.seconds.best", first[0], "6");

    Path clone = Files.createTempDirectory("sturgeon-clone");
    run("git", "clone", "-q", ".", clone.toString());
    if (args.length > 0 && args[0].equals("--empty-cache")) {
      Path cache = Files.createTempDirectory("sturgeon-maven");
      Files.createDirectories(clone.resolve(".mvn"));
      Files.writeString(clone.resolve(".mvn/maven.config"), "-Dmaven.repo.local=" + cache + "\n");
    }
    Figures.print(
        "start.clone.firstFinishedTrial.seconds",
        secondsUntil("\"COMPLETED\"|\"BUDGET\"|\"EARLY\"", clone.resolve("studies/digits"), clone),
        "-");
    Path jar = Path.of("target/sturgeon-0.1.0-all.jar");
    Figures.print("start.jar.mb", Files.size(jar) / 1048576.0, "-");
  }

  /** Seconds from starting a search until its journal holds a line with one of these texts. */
  private static double secondsUntil(String pattern, Path directory, Path home) throws Exception {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                home.resolve("submit/local").toString(),
                "caviar",
                "conf/digits.yaml",
                "--dir",
                directory.toString())
            .directory(home.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path journal = directory.resolve("journal/000001.jsonl");
    java.util.regex.Pattern wanted = java.util.regex.Pattern.compile(pattern);
    while (process.isAlive()) {
      if (Files.exists(journal) && contains(journal, wanted)) {
        double seconds = (System.nanoTime() - begin) * 1e-9;
        process.destroyForcibly().waitFor();
        return seconds;
      }
      Thread.sleep(10);
    }
    throw new IllegalStateException("the search ended before '" + pattern + "' was journaled");
  }

  private static boolean contains(Path journal, java.util.regex.Pattern wanted) throws Exception {
    try (BufferedReader reader = Files.newBufferedReader(journal, StandardCharsets.UTF_8)) {
      return reader.lines().anyMatch(line -> wanted.matcher(line).find());
    }
  }

  private static void run(String... line) throws Exception {
    int code = new ProcessBuilder(line).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", line) + " ended with exit code " + code);
    }
  }
}
