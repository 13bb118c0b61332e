package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.cluster.StandaloneCluster;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search in a process of its own gets the operating system's signals. */
@Timeout(600)
final class SignalsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path CONF = Path.of("src/test/resources/dev/sturgeon/cli/misbehaving.yaml");

  /** Epochs that never end. */
  private static final List<String> ASLEEP =
      List.of(
          "space.misdeed={choices: [none, sleep]}",
          "space.learningRate={low: 0.001, high: 0.1, scale: log}",
          "search={scheduler: full, sampler: random, maxTrials: 2,"
              + " first: [{misdeed: sleep, learningRate: 0.01},"
              + " {misdeed: sleep, learningRate: 0.02}]}");

  /** Epochs that last some milliseconds, in segments that last minutes. */
  private static final List<String> AWAKE =
      List.of(
          "space.misdeed=none",
          "space.learningRate={low: 0.001, high: 0.01, scale: log}",
          "search={scheduler: full, sampler: random, maxTrials: 2, maxEpochs: 10000}");

  private static final String TWO_ASLEEP = "asleep.*asleep";

  private final Path directory;
  private final Path study;
  private int searches;

  SignalsIT(@TempDir Path directory) {
    this.directory = directory;
    this.study = directory.resolve("study");
  }

  /** Whoever starts a process in the background may have it ignore Ctrl-C; nothing undoes that. */
  @BeforeAll
  static void interruptsArrive() throws IOException {
    Path status = Path.of("/proc/self/status");
    boolean ignored =
        Files.exists(status)
            && Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(8).strip(), 16) & 2) != 0);
    assumeTrue(!ignored, "SIGINT is ignored here, and in every process started from here");
  }

  @Test
  void ctrlCOnceLetsTheEpochsEndAndKeepsThem() throws Exception {
    stopPolitely("INT", 1);
    assertStoppedWithNoneOpen();
    StudyState state = state();
    try (JavaProcess search = search(AWAKE)) {
      awaitRunning(search, 4);
      assertThat(resumedFrom()).isEqualTo(epochs(state));
    }
  }

  /** As where a process group gets it, and whoever watches it passes it on. */
  @Test
  void manySigtermsAreOne() throws Exception {
    stopPolitely("TERM", 100);
    assertStoppedWithNoneOpen();
  }

  private void stopPolitely(String signal, int times) throws Exception {
    try (JavaProcess search = search(AWAKE)) {
      awaitRunning(search, 2);
      // A segment that was issued and has not begun has no epoch to end: it is issued again.
      awaitSaid(search, "trial 0  epoch");
      awaitSaid(search, "trial 1  epoch");
      search.signal(signal, times);
      assertThat(search.await(PATIENCE)).as(search::stderr).isEqualTo(ExitCode.STOPPED);
    }
  }

  private void assertStoppedWithNoneOpen() throws Exception {
    StudyState state = state();
    assertThat(state.stop()).isPresent();
    assertThat(state.driverEnd()).hasValueSatisfying(end -> assertThat(end.trouble()).isEmpty());
    assertThat(state.open()).as("nothing is to be trained again").isEmpty();
    assertThat(state.history().trials())
        .hasSize(2)
        .allSatisfy(
            trial -> {
              assertThat(trial.status()).isEqualTo(Trial.Status.PAUSED);
              assertThat(trial.epoch()).isBetween(1, 9999);
            });
  }

  @Test
  void ctrlCTwiceWaitsForNothing() throws Exception {
    try (JavaProcess search = search(ASLEEP)) {
      awaitSaid(search, TWO_ASLEEP);
      search.signal("INT");
      await(search, state -> state.stop().isPresent());
      search.signal("INT");
      assertThat(search.await(PATIENCE)).as(search::stderr).isEqualTo(ExitCode.STOPPED);
    }
    assertStoppedWithTwoOpen();
  }

  @Test
  void sigtermWaitsForItsGraceAndNoLonger() throws Exception {
    try (JavaProcess search = search(ASLEEP, "--grace", "2")) {
      awaitSaid(search, TWO_ASLEEP);
      search.signal("TERM");
      assertThat(search.await(PATIENCE)).as(search::stderr).isEqualTo(ExitCode.STOPPED);
      assertThat(search.stderr()).contains("SIGTERM", "in 2 s at the latest", "at once");
    }
    assertStoppedWithTwoOpen();
  }

  private void assertStoppedWithTwoOpen() throws Exception {
    StudyState state = state();
    assertThat(state.stop()).isPresent();
    assertThat(state.finished()).isEmpty();
    assertThat(state.open()).as("to be issued again").hasSize(2);
    assertThat(state.history().count(Trial.Status.FAILED)).isZero();
    assertThat(state.suspects().of(state.open().firstKey())).as("nobody is blamed").isEmpty();
  }

  private JavaProcess search(List<String> settings, String... options) throws IOException {
    Path spark = Path.of(System.getProperty("sturgeon.spark.home"));
    List<String> all = new ArrayList<>(List.of("-Xmx1g", "-cp"));
    all.add(
        StandaloneCluster.jar()
            + ":"
            + StandaloneCluster.testJar()
            + ":"
            + spark.resolve("jars")
            + "/*");
    all.addAll(List.of("dev.sturgeon.cli.Main", "caviar", CONF.toAbsolutePath().toString()));
    all.addAll(List.of("--master", "local[2]", "--dir", study.toString()));
    all.addAll(List.of(options));
    settings.forEach(setting -> all.addAll(List.of("--set", setting)));
    all.addAll(List.of("--set", "search.gradientCheck=false", "--set", "data.sample=0.3"));
    return JavaProcess.start(spark, directory, "search-" + ++searches, all);
  }

  private void awaitRunning(JavaProcess search, int segments) throws Exception {
    await(search, state -> issued().size() >= segments && state.open().size() == 2);
  }

  private void awaitSaid(JavaProcess search, String wanted) throws Exception {
    await(search, state -> Pattern.compile(wanted, Pattern.DOTALL).matcher(search.stderr()).find());
  }

  private void await(JavaProcess search, Wanted wanted) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.holds(state())) {
      assertThat(System.nanoTime()).as(search::stderr).isLessThan(deadline);
      assertThat(search.isAlive()).as(search::stderr).isTrue();
      Thread.sleep(50);
    }
  }

  private interface Wanted {
    boolean holds(StudyState state) throws IOException;
  }

  private List<Stamped> entries() throws IOException {
    return JournalReader.read(new LocalStorage(study)).entries();
  }

  private StudyState state() throws IOException {
    return StudyState.from(entries());
  }

  private List<Event.SegmentIssued> issued() throws IOException {
    return entries().stream()
        .map(Stamped::event)
        .filter(Event.SegmentIssued.class::isInstance)
        .map(Event.SegmentIssued.class::cast)
        .toList();
  }

  private static List<Integer> epochs(StudyState state) {
    return state.history().trials().stream().map(Trial::epoch).sorted().toList();
  }

  /** Where the third and fourth segment begin. */
  private List<Integer> resumedFrom() throws IOException {
    return issued().stream().skip(2).map(out -> out.segment().fromEpoch()).sorted().toList();
  }
}
