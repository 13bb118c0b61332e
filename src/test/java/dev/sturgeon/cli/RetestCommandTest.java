package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.store.LocalStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A finished search's winner, tested again from the command line. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RetestCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static String study;

  @BeforeAll
  static void searchPenguins() {
    study = directory.resolve("penguins").toString();
    CommandRun run =
        CommandRun.of(
            "caviar",
            "conf/csv-example.yaml",
            "--master",
            "local[2]",
            "--dir",
            study,
            "--set",
            "search={maxTrials: 2, maxEpochs: 3, scheduler: full}",
            "--set",
            "confirm.enabled=false",
            "--set",
            "retest={top: 2, fresh: 1, selectionSeeds: 1, seeds: 2}");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
  }

  private static CommandRun retest(String... more) {
    List<String> line = new ArrayList<>(List.of("retest", study, "--master", "local[2]"));
    Collections.addAll(line, more);
    return CommandRun.of(line.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws Exception {
    assertThat(run.out().lines()).as(run.err()).hasSize(1);
    return JSON.readTree(run.out());
  }

  private static void fits(CommandRun run, JsonNode answer) {
    int code =
        switch (answer.get("outcome").textValue()) {
          case "HOLDS" -> ExitCode.OK;
          case "UNDECIDED" -> ExitCode.UNDECIDED;
          case "RE_TUNE" -> ExitCode.RE_TUNE;
          default -> ExitCode.DEGRADED;
        };
    assertThat(run.code()).as(run.err()).isEqualTo(code);
  }

  @Test
  @Order(1)
  void onTheSameDataTheWinnerIsComparedWithTheNextBestAndAFreshOne() throws Exception {
    CommandRun run = retest("--json");
    JsonNode answer = json(run);
    fits(run, answer);
    assertThat(answer.get("newData").booleanValue()).isFalse();
    assertThat(answer.get("degraded").booleanValue()).isFalse();
    assertThat(answer.get("runs").intValue()).isEqualTo(3 + 2 * 2);
    assertThat(answer.get("minGain").doubleValue()).as("a standard error").isPositive();
    assertThat(answer.get("earlier")).isEmpty();
    String child = answer.get("directory").textValue();
    assertThat(child).startsWith(study + "/retests/20");
    assertThat(Path.of(child, "report.html")).exists();
    assertThat(Path.of(study, "report.html"))
        .content()
        .contains("Re-tests", Path.of(child).getFileName().toString(), "Learning curves");
    assertThat(Path.of(child, "checkpoints")).doesNotExist();
    assertThat(CommandRun.of("replay", child).code()).isEqualTo(ExitCode.OK);
    assertThat(CommandRun.of("explain", child, "--trial", "c0").out()).contains("judging");
    assertThat(CommandRun.of("status", child).out()).contains("finished");
    assertThat(CommandRun.of("confirm", child).err()).contains("holds a re-test");
    assertThat(CommandRun.of("retest", child).err()).contains("is itself a re-test");
  }

  @Test
  @Order(2)
  void onOtherRowsAndBesideTheEarlierOne() throws Exception {
    Path rows = Path.of("conf/data/penguins.csv");
    Path other = directory.resolve("today.csv");
    List<String> lines = Files.readAllLines(rows);
    Files.write(other, lines.subList(0, lines.size() - 20));
    CommandRun run = retest("--data", other.toString(), "--json");
    JsonNode answer = json(run);
    fits(run, answer);
    assertThat(answer.get("newData").booleanValue()).isTrue();
    assertThat(answer.get("earlier")).hasSize(1);
    assertThat(answer.at("/loss/low").isNumber()).isTrue();
  }

  @Test
  @Order(3)
  void aTextThatIsGoneAndANetworkThatIsLostChangeNothing() throws Exception {
    Path other = directory.resolve("fewer.csv");
    List<String> lines = Files.readAllLines(Path.of("conf/data/penguins.csv"));
    Files.write(other, lines.stream().filter(line -> !line.contains("Torgersen")).toList());
    CommandRun fewer = retest("--data", other.toString(), "--json");
    fits(fewer, json(fewer));
    new LocalStorage(Path.of(study)).delete("checkpoints");
    CommandRun lost = retest("--json");
    fits(lost, json(lost));
    assertThat(lost.err()).contains("can only be guessed");
  }

  @Test
  @Order(4)
  void whatDoesNotFitIsRefused() throws Exception {
    Path other = directory.resolve("other.csv");
    List<String> lines = Files.readAllLines(Path.of("conf/data/penguins.csv"));
    Files.write(other, lines.stream().filter(line -> !line.contains("Gentoo")).toList());
    CommandRun refused = retest("--data", other.toString());
    assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("Gentoo");
    assertThat(retest("--seeds", "1").err()).contains("seeds is 1 but must be from 2 to 1000");
    assertThat(retest("--seeds", "1").code()).isEqualTo(ExitCode.USAGE);
    CommandRun none = CommandRun.of("retest", directory.resolve("none").toString());
    assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(none.err()).contains("holds no study");
  }
}
