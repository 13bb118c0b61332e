package dev.sturgeon.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.data.DataException;
import dev.sturgeon.train.GradientQuestion;
import dev.sturgeon.train.GradientReport;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs gradient checks in a JVM of their own.
 *
 * @param program the class to run, which does as {@link GradientCheckMain}
 * @param classPath where its classes are
 * @param patience how long the JVM may take
 */
record GradientCheckProcess(String program, Collection<String> classPath, Duration patience) {
  private static final Duration USUAL = Duration.ofMinutes(15);
  private static final int SHOWN_LINES = 5;

  /** With the classes that this thread sees. */
  static GradientCheckProcess usual() {
    return new GradientCheckProcess(
        GradientCheckMain.class.getName(),
        ClassPath.of(Thread.currentThread().getContextClassLoader()),
        USUAL);
  }

  /**
   * Checks one network.
   *
   * @throws DataException if the network cannot be checked; its message says why
   * @throws IOException if the JVM gave no answer
   */
  GradientReport check(GradientQuestion question) throws IOException, InterruptedException {
    return check(List.of(question)).get(0).reportOn(question.network());
  }

  /**
   * Checks networks one after the other.
   *
   * @return an answer for each
   * @throws IOException if the JVM gave none
   */
  List<GradientAnswer> check(List<GradientQuestion> questions)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("sturgeon-gradcheck");
    try {
      return answers(run(directory, questions), directory, questions.size());
    } finally {
      delete(directory);
    }
  }

  /** Runs the JVM; what it says on standard output. */
  private String run(Path directory, List<GradientQuestion> questions)
      throws IOException, InterruptedException {
    Path input = directory.resolve("questions");
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(input))) {
      out.writeObject(questions.toArray());
    }
    Path output = directory.resolve("answers");
    Process process =
        builder(directory)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(directory.resolve("errors").toFile())
            .start();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed("did not end within " + patience.toSeconds() + " s", directory);
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw failed("ended with exit code " + process.exitValue(), directory);
    }
    return Files.readString(output);
  }

  /** The class path goes through a file: it can be longer than a command line may be. */
  private ProcessBuilder builder(Path directory) throws IOException {
    Path arguments = directory.resolve("arguments");
    Files.writeString(arguments, "-cp \"" + joined().replace("\\", "\\\\") + "\"\n");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + arguments,
            "-Xmx" + Math.min(Runtime.getRuntime().maxMemory() >> 20, 1024) + "m",
            "-XX:+UseSerialGC",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
            program);
    builder.environment().putIfAbsent("OMP_NUM_THREADS", "1");
    builder.environment().putIfAbsent("OPENBLAS_NUM_THREADS", "1");
    return builder;
  }

  private String joined() {
    return String.join(File.pathSeparator, classPath);
  }

  private static List<GradientAnswer> answers(String output, Path directory, int wanted)
      throws IOException {
    try {
      List<GradientAnswer> answers =
          new ObjectMapper().readValue(output, new TypeReference<List<GradientAnswer>>() {});
      if (answers.size() == wanted) {
        return answers;
      }
    } catch (JsonProcessingException e) {
      throw failed("gave no answer but: " + start(output), directory);
    }
    throw failed("gave another number of answers than of questions", directory);
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), 200)).strip();
  }

  private static IOException failed(String how, Path directory) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(directory.resolve("errors")), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
    return new IOException(
        "the JVM of the gradient check "
            + how
            + (last.isEmpty() ? "" : "; its last words: " + String.join(" | ", last)));
  }

  private static void delete(Path directory) throws IOException {
    for (String name : List.of("questions", "answers", "errors", "arguments")) {
      Files.deleteIfExists(directory.resolve(name));
    }
    Files.delete(directory);
  }
}
