package dev.sturgeon.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.store.StudyLock;
import dev.sturgeon.store.ThisMachine;
import dev.sturgeon.store.Timer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A timer's job, as cron runs it, with hardly an environment and no terminal: crashes, goes on,
 * begins anew the next time. What submit/scheduled runs is the real command line.
 */
@Timeout(7200)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ScheduledSeriesIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static int runs;

  private static Clone machine() throws IOException {
    Clone clone = new Clone(Files.createDirectories(directory.resolve("run" + runs++)));
    clone.built();
    List<String> java = new ArrayList<>();
    java.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-") || option.startsWith("-XX:+Ignore"))
        .forEach(java::add);
    Collections.addAll(java, "-Xmx1g", "-cp", System.getProperty("java.class.path"));
    String line = String.join(" ", java.stream().map(word -> "'" + word + "'").toList());
    clone.java(
        "17.0.15",
        "while [ \"$1\" != dev.sturgeon.cli.Main ]; do shift; done",
        "exec " + line + " \"$@\"");
    return clone;
  }

  private static Path series() {
    return directory.resolve("series");
  }

  /** What a crontab's line says. */
  private static Process start(String name) throws IOException {
    List<String> line = new ArrayList<>(List.of("local", "caviar"));
    line.add(Path.of("conf/digits.yaml").toAbsolutePath().toString());
    Collections.addAll(line, "--dir", series().toString(), "--new-if-finished");
    Collections.addAll(line, "--master", "local[2]");
    for (String setting :
        List.of(
            "search={scheduler: full, sampler: random, rounds: 1, maxTrials: 3, maxEpochs: 60,"
                + " segmentEpochs: 1, first: [{units: 32}]}",
            "confirm.enabled=false",
            "retest={top: 2, fresh: 1, selectionSeeds: 1, seeds: 2, minGain: 0.5}",
            "series={keep: 1}")) {
      Collections.addAll(line, "--set", setting);
    }
    return machine().start(out(name), err(name), "scheduled", line.toArray(String[]::new));
  }

  private static Path out(String name) {
    return directory.resolve(name + ".out");
  }

  private static Path err(String name) {
    return directory.resolve(name + ".err");
  }

  /** Runs it to its end; the line it prints. */
  private static JsonNode run(String name, int code) throws Exception {
    Process run = start(name);
    assertThat(run.waitFor(40, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).as(read(err(name))).isEqualTo(code);
    assertThat(Files.readAllLines(out(name))).hasSize(1);
    return JSON.readTree(Files.readString(out(name)));
  }

  private static List<String> studies() throws IOException {
    try (Stream<Path> all = Files.list(series())) {
      return all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static <E extends Event> List<E> events(String study, Class<E> kind) throws IOException {
    return JournalReader.read(new LocalStorage(series().resolve(study))).entries().stream()
        .map(Stamped::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static boolean hasTrained() throws IOException {
    return Files.exists(series())
        && studies().size() == 1
        && !events(studies().get(0), Event.SegmentEnded.class).isEmpty();
  }

  @Test
  @Order(1)
  void aCrashInTheMiddleIsGoneOnWithNextTime() throws Exception {
    Process first = start("first");
    while (!hasTrained()) {
      assertThat(first.isAlive()).as(() -> read(err("first"))).isTrue();
      Thread.sleep(50);
    }
    List<ProcessHandle> all =
        Stream.concat(first.descendants(), Stream.of(first.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    // Not for ever: where nobody reaps orphans they stay, as dead as can be.
    all.forEach(killed -> killed.onExit().completeOnTimeout(killed, 1, TimeUnit.MINUTES).join());
    String study = studies().get(0);
    assertThat(events(study, Event.StudyFinished.class)).isEmpty();

    ThisMachine machine = new ThisMachine("node-1");
    LocalStorage storage = new LocalStorage(series().resolve(study));
    try (StudyLock held =
        StudyLock.take(storage, machine.driver("other", 5), Timer.system(), machine, note -> {})) {
      JsonNode refused = run("refused", 5);
      assertThat(refused.get("state").textValue()).isEqualTo("failed");
      assertThat(read(err("refused"))).contains("is at work in");
      held.confirm();
    }

    JsonNode answer = run("second", 0).get("answer");
    assertThat(studies()).as("no other study was begun").containsExactly(study);
    assertThat(answer.at("/series/current").textValue()).isEqualTo(study);
    assertThat(answer.get("resumed").booleanValue()).isTrue();
    assertThat(answer.get("trials").intValue()).isEqualTo(3);
    assertThat(series().resolve("current")).hasContent(study);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  @Order(2)
  void theNextOneBeginsWithWhatTheLastFoundAndHasToBeatIt() throws Exception {
    String former = studies().get(0);
    JsonNode answer = run("third", 0).get("answer");
    String newest = answer.at("/series/study").textValue();
    assertThat(newest).isNotEqualTo(former);
    assertThat(events(newest, Event.StudyStarted.class).get(0).configuration())
        .contains("warmStart", former);
    assertThat(answer.at("/series/moved").booleanValue()).as("nothing gains as much").isFalse();
    assertThat(answer.at("/series/outcome").textValue()).isIn("HOLDS", "UNDECIDED");
    assertThat(series().resolve("current")).hasContent(former);
    assertThat(studies()).as("the current one is kept besides").containsExactly(former, newest);
    try (Stream<Path> retests = Files.list(series().resolve(former).resolve("retests"))) {
      assertThat(retests).hasSize(1);
    }
  }
}
