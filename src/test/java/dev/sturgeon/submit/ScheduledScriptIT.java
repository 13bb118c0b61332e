package dev.sturgeon.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.submit.Clone.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What submit/scheduled does about whatever it runs. */
@Timeout(120)
final class ScheduledScriptIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA = "17.0.15";

  /** Ends in order when told to, and not before. */
  private static final String WAITS = "while :; do sleep 0.1 & wait $! || :; done";

  private static final String STOPS = "trap 'echo \"{}\"; exit 130' TERM";

  private final Path directory;
  private final Clone clone;

  ScheduledScriptIT(@TempDir Path directory) throws IOException {
    this.directory = directory;
    clone = new Clone(directory);
    clone.built();
  }

  private Outcome scheduled(String... arguments) throws Exception {
    return clone.run(Map.of(), "scheduled", arguments);
  }

  private Process start(Path out) throws Exception {
    return clone.start(out, directory.resolve("err"), "scheduled", "local", "caviar", "x");
  }

  private static JsonNode line(String stdout) throws Exception {
    assertThat(stdout.lines()).hasSize(1);
    return JSON.readTree(stdout);
  }

  private static void await(Path file) throws Exception {
    while (!Files.exists(file)) {
      Thread.sleep(50);
    }
  }

  /** Gets SIGTERM once this file is there. */
  private static int exitOfTerminated(Process run, Path begun) throws Exception {
    await(begun);
    run.destroy();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return run.exitValue();
  }

  @Test
  void saysInOneLineWhatCameOfIt() throws Exception {
    clone.java(JAVA, "echo said >&2", "printf '{\"last\":\"%s\"}\\n' \"${*: -3}\"", "exit 11");
    Outcome outcome = scheduled("local", "retest", "a \"b\"", "--set", "p.password=x");
    assertThat(outcome.exit()).isEqualTo(11);
    assertThat(outcome.stderr()).contains("said");
    JsonNode line = line(outcome.stdout());
    assertThat(line.get("job").textValue()).isEqualTo("local retest a \"b\" --set p.password=…");
    assertThat(line.get("state").textValue()).isEqualTo("done");
    assertThat(line.get("exit").intValue()).isEqualTo(11);
    assertThat(line.at("/answer/last").textValue()).isEqualTo("--set p.password=x --json");
  }

  @Test
  void whatTheTimerCallsAFailureCanBeSaid() throws Exception {
    clone.java(JAVA, "exit 10");
    assertThat(scheduled("--ok", "10,130", "local", "retest").exit()).isZero();
    assertThat(scheduled("--ok=130", "local", "retest").exit()).isEqualTo(10);
    clone.java(JAVA, "exit 3");
    Outcome failed = scheduled("--ok", "10,130", "local", "retest");
    assertThat(failed.exit()).isEqualTo(3);
    assertThat(line(failed.stdout()).get("state").textValue()).isEqualTo("failed");
    assertThat(line(failed.stdout()).get("answer").isNull()).isTrue();
  }

  @Test
  void runsNeverOverlap() throws Exception {
    Path begun = directory.resolve("begun");
    Path end = directory.resolve("end");
    clone.java(
        JAVA,
        "touch '" + begun + "'",
        "while [ ! -e '" + end + "' ]; do sleep 0.1; done",
        "echo '{}'");
    Process first = start(directory.resolve("out"));
    await(begun);
    Outcome second = scheduled("local", "caviar", "x");
    assertThat(second.exit()).isEqualTo(75);
    assertThat(second.stderr()).contains("an earlier run is still at work");
    assertThat(line(second.stdout()).get("state").textValue()).isEqualTo("overlap");

    // Its wrapper is killed, but what it runs is still at work.
    first.destroyForcibly().waitFor();
    assertThat(scheduled("local", "caviar", "x").exit()).isEqualTo(75);
    Files.createFile(end);
    Outcome next = scheduled("local", "caviar", "x");
    while (next.exit() == 75) {
      next = scheduled("local", "caviar", "x");
    }
    assertThat(next.exit()).isZero();
  }

  @Test
  void theDeadlineStopsPolitely() throws Exception {
    clone.java(JAVA, STOPS, WAITS);
    Outcome outcome = scheduled("--deadline", "2s", "local", "caviar", "x");
    assertThat(outcome.exit()).isEqualTo(130);
    assertThat(line(outcome.stdout()).get("state").textValue()).isEqualTo("stopped");
  }

  @Test
  void aSignalIsPassedOn() throws Exception {
    Path begun = directory.resolve("begun");
    clone.java(JAVA, STOPS, "touch '" + begun + "'", WAITS);
    Path out = directory.resolve("out");
    assertThat(exitOfTerminated(start(out), begun)).isEqualTo(130);
    assertThat(line(Files.readString(out)).get("state").textValue()).isEqualTo("stopped");
  }

  /** What that has started is told once it has ended itself. */
  @Test
  void aSignalIsPassedOnToTheCommandAtTheEnd() throws Exception {
    clone.java(JAVA, "echo '{}'", "exit 11");
    Path begun = directory.resolve("begun");
    Path child = directory.resolve("child");
    Process run =
        clone.start(
            directory.resolve("out"),
            directory.resolve("err"),
            "scheduled",
            "--on-finish",
            "sleep 1000 & echo $! > '" + child + "'; touch '" + begun + "'; wait",
            "local",
            "retest");
    assertThat(exitOfTerminated(run, begun)).as("the program's").isEqualTo(11);
    long pid = Long.parseLong(Files.readString(child).strip());
    ProcessHandle.of(pid).ifPresent(sleep -> sleep.onExit().join());
  }

  @Test
  void aCommandAtTheEndSeesTheLineAndItsFailureLosesNothing() throws Exception {
    clone.java(JAVA, "echo '{\"best\":1}'", "exit 12");
    Path seen = directory.resolve("seen");
    Outcome outcome =
        scheduled(
            "--on-finish",
            "cat > '" + seen + "'; echo $STURGEON_STATE $STURGEON_EXIT; exit 7",
            "local",
            "retest",
            "x");
    assertThat(outcome.exit()).isEqualTo(12);
    assertThat(Files.readString(seen)).isEqualTo(outcome.stdout());
    assertThat(outcome.stderr()).contains("done 12", "--on-finish ended with exit code 7");
  }

  @Test
  void aLineThatCannotBeWrittenLosesNothingElse() throws Exception {
    clone.java(JAVA, "echo '{}'", "exit 11");
    Path seen = directory.resolve("seen");
    Process run =
        clone.start(
            Path.of("/dev/full"),
            directory.resolve("err"),
            "scheduled",
            "--on-finish",
            "cat > '" + seen + "'",
            "local",
            "retest");
    assertThat(run.waitFor()).isEqualTo(11);
    assertThat(line(Files.readString(seen)).get("exit").intValue()).isEqualTo(11);
    assertThat(Files.readString(directory.resolve("err"))).contains("could not be written");
  }

  @Test
  void whoeverReadsTheLinesSeesARunThatCameToNothing() throws Exception {
    clone.java(JAVA, "echo '{}'");
    Outcome outcome =
        scheduled("--lock", directory.resolve("none/x.lock").toString(), "local", "retest");
    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.stderr()).contains("give --lock another file");
    assertThat(line(outcome.stdout()).get("state").textValue()).isEqualTo("failed");
  }

  @Test
  void whatIsWrongWithTheCommandLineIsSaid() throws Exception {
    assertThat(scheduled("--deadline", "soon", "local", "x").stderr()).contains("soon, not a time");
    assertThat(scheduled("--ok", "ten", "local", "x").stderr()).contains("ten, not exit codes");
    assertThat(scheduled("--nice", "1", "local", "x").stderr()).contains("--nice is unknown");
    assertThat(scheduled("caviar", "x").stderr()).contains("needs local or cluster");
    assertThat(scheduled("cluster", "--deploy-mode", "cluster", "caviar", "x").stderr())
        .contains("answer and exit code stay there");
    Outcome none = scheduled("local");
    assertThat(none.stderr()).contains("names no command");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.stdout()).isEmpty();
    assertThat(scheduled("--help").stdout()).contains("Exit codes");
  }
}
