package dev.sturgeon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs {@code submit/local} as a person would, in a process of its own. */
final class Command {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Command() {}

  /** Starts a command whose answer does not matter; what it says goes to standard error. */
  static Process start(String... arguments) throws IOException {
    return builder(arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static ProcessBuilder builder(String... arguments) {
    List<String> line = new ArrayList<>(List.of("submit/local"));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Runs a command to its end and reads the one JSON object it prints. */
  static JsonNode json(String... arguments) throws IOException, InterruptedException {
    Process process = builder(arguments).start();
    byte[] output = process.getInputStream().readAllBytes();
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", arguments) + " ended with exit code " + code);
    }
    return JSON.readTree(output);
  }

  /**
   * The same in this JVM, where only the first has to load and compile: for what is found, not for
   * what it takes.
   */
  static JsonNode here(Set<Integer> codes, String... arguments) throws IOException {
    CommandRun run = CommandRun.of(arguments);
    if (!codes.contains(run.code())) {
      throw new IOException(
          String.join(" ", arguments) + " ended with exit code " + run.code() + "\n" + run.err());
    }
    return JSON.readTree(run.out());
  }

  /** A fresh directory for a study of a benchmark. */
  static Path studyDirectory(String name) {
    return Path.of("target", "bench", name + "-" + System.currentTimeMillis());
  }
}
