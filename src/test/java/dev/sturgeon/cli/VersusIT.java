package dev.sturgeon.cli;

import static dev.sturgeon.cli.ExitCode.NOTHING_TRAINED;
import static dev.sturgeon.cli.ExitCode.OK;
import static dev.sturgeon.cli.ExitCode.REFUSED;
import static dev.sturgeon.cli.ExitCode.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.api.StopAnswer;
import dev.sturgeon.api.Sturgeon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Caviar and panda compared on some of the digits, from the command line. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class VersusIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double CORE_SECONDS = 10;

  @TempDir static Path directory;

  /** Natives and classes are loaded once; what either may hold here is short. */
  @BeforeAll
  static void warmUp() {
    CommandRun run =
        CommandRun.of(
            "train",
            "conf/digits.yaml",
            "--master",
            "local[2]",
            "--dir",
            directory.resolve("warm").toString(),
            "--set",
            "search.maxEpochs=1");
    assertThat(run.code()).as(run.err()).isEqualTo(OK);
  }

  private static Path place() {
    return directory.resolve("versus");
  }

  private static CommandRun versus(String... more) {
    return versusWithSeed(7, more);
  }

  private static CommandRun versusWithSeed(int seed, String... more) {
    List<String> line = new ArrayList<>(List.of("versus", "conf/digits.yaml"));
    Collections.addAll(line, "--master", "local[2]", "--dir", place().toString(), "--json");
    // Long enough that few pandas come one after another: each is a whole study.
    Collections.addAll(line, "--set", "data.sample=0.3", "--set", "search.maxEpochs=15");
    Collections.addAll(line, "--seed", "" + seed, "--set", "versus.coreSeconds=" + CORE_SECONDS);
    Collections.addAll(line, more);
    return CommandRun.of(line.toArray(String[]::new));
  }

  private static List<Path> studies() throws IOException {
    try (Stream<Path> all = Files.walk(place().resolve("seeds"), 2)) {
      return all.filter(path -> Files.isDirectory(path.resolve("journal"))).sorted().toList();
    }
  }

  private static long events(Path study, String kind) throws IOException {
    long count = 0;
    try (Stream<Path> parts = Files.list(study.resolve("journal"))) {
      for (Path part : parts.toList()) {
        String event = "\"event\":\"" + kind + "\"";
        count += Files.readString(part).lines().filter(line -> line.contains(event)).count();
      }
    }
    return count;
  }

  private static boolean trains(String study) throws IOException {
    Path panda = place().resolve(study);
    return Files.isDirectory(panda.resolve("journal")) && events(panda, "segmentIssued") > 0;
  }

  @Test
  @Order(1)
  void stopsWhenAskedTo() throws Exception {
    CompletableFuture<CommandRun> running =
        CompletableFuture.supplyAsync(() -> versus("--seeds", "2"));
    while (!trains("seeds/7/panda-1") && !trains("seeds/8/panda-1")) {
      assertThat(running).isNotDone();
      Thread.sleep(50);
    }
    StopAnswer answer = Sturgeon.stop(place().toString(), false, "lunch", false);
    assertThat(answer.asked()).as(answer.text()).isTrue();
    CommandRun run = running.get();
    assertThat(run.code()).as(run.err()).isEqualTo(STOPPED);
    JsonNode figures = JSON.readTree(run.out());
    assertThat(figures.get("over").booleanValue()).isFalse();
    CommandRun status = CommandRun.of("status", place().toString(), "--json");
    assertThat(JSON.readTree(status.out()).get("directory").textValue()).contains("/seeds/");
    assertThat(JSON.readTree(status.out()).get("state").textValue())
        .as("finished, where that came first")
        .isIn("stopped", "finished");
  }

  /** How far either comes is the machine's affair: where it is very busy, not to a network. */
  @Test
  @Order(2)
  void theSameCommandGoesOn() throws Exception {
    CommandRun run = versus("--seeds", "2");
    JsonNode figures = JSON.readTree(run.out());
    boolean judged = figures.get("difference").isNumber();
    assertThat(run.code()).as(run.err()).isEqualTo(judged ? OK : NOTHING_TRAINED);
    assertThat(figures.get("over").booleanValue()).isTrue();
    assertThat(figures.get("seeds")).hasSize(2);
    for (JsonNode seed : figures.get("seeds")) {
      assertThat(seed.at("/caviar/studies").intValue()).isEqualTo(1);
      for (String name : List.of("caviar", "panda")) {
        JsonNode side = seed.get(name);
        boolean trained = side.get("dev").isNumber();
        assertThat(side.get("coreSeconds").doubleValue()).isGreaterThan(CORE_SECONDS - 1.01);
        assertThat(side.get("test").isNumber()).isEqualTo(trained);
        assertThat(side.get("curve").isEmpty()).isNotEqualTo(trained);
      }
    }
    assertThat(place().resolve("versus.html")).exists();
    assertThat(JSON.readTree(place().resolve("versus.json").toFile())).isEqualTo(figures);
  }

  @Test
  @Order(3)
  void eachIsAnOrdinaryStudyAndTheTestPartIsUsedOnceForEachSide() throws Exception {
    Map<String, Long> used = new TreeMap<>();
    for (Path study : studies()) {
      boolean search = study.endsWith("caviar");
      String side = study.getName(study.getNameCount() - 2) + (search ? " caviar" : " panda");
      used.merge(side, events(study, "testMeasured"), Long::sum);
      CommandRun replay = CommandRun.of("replay", study.toString());
      assertThat(replay.code()).as(study + ": " + replay.out()).isEqualTo(OK);
      assertThat(study.resolve("report.html")).exists();
    }
    JsonNode figures = JSON.readTree(place().resolve("versus.json").toFile());
    Map<String, Long> said = new TreeMap<>();
    for (JsonNode seed : figures.get("seeds")) {
      for (String side : List.of("caviar", "panda")) {
        said.put(seed.get("seed") + " " + side, seed.at("/" + side + "/test").isNumber() ? 1L : 0);
      }
    }
    assertThat(used).isEqualTo(said).hasSize(4);
  }

  @Test
  @Order(4)
  void whatIsFinishedSaysSo() throws Exception {
    JsonNode before = JSON.readTree(place().resolve("versus.json").toFile());
    CommandRun again = versus("--seeds", "2");
    assertThat(again.err()).contains("this comparison is finished");
    assertThat(JSON.readTree(again.out())).isEqualTo(before);
    CommandRun stop = CommandRun.of("stop", place().toString());
    assertThat(stop.code()).isEqualTo(OK);
    assertThat(stop.out()).contains("there is nothing to stop");
  }

  @Test
  @Order(5)
  void whatBeganOtherwiseIsRefused() {
    assertThat(versus("--seeds", "1").err()).contains("versus.seeds 2, now 1");
    assertThat(versus("--seeds", "2", "--set", "versus.coreSeconds=11").err())
        .contains("versus.coreSeconds 10, now 11");
    assertThat(versusWithSeed(8, "--seeds", "2").err()).contains("seed 7, now 8");
    CommandRun space = versus("--seeds", "3", "--set", "space.units=64");
    assertThat(space.code()).isEqualTo(REFUSED);
    assertThat(space.err()).contains("space.units");
    String from = place().resolve("seeds/7/caviar").toString();
    CommandRun charged = versus("--seeds", "2", "--from", from);
    assertThat(charged.code()).isEqualTo(REFUSED);
    assertThat(charged.err()).contains("versus.coreSeconds 10 leaves it nothing");
    assertThat(versus("--set", "versus.seed=3").err()).contains("unknown key");
  }
}
