package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search that ended without a confirmation, confirmed later, from the command line. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ConfirmCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static String study;

  @BeforeAll
  static void searchPenguins() {
    study = directory.resolve("penguins").toString();
    CommandRun run = caviar("search.maxTrials=3", "confirm.enabled=false");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
  }

  private static CommandRun caviar(String... settings) {
    List<String> line = new ArrayList<>(List.of("caviar", "conf/csv-example.yaml"));
    Collections.addAll(line, "--master", "local[2]", "--dir", study);
    Collections.addAll(line, "--set", "search.maxEpochs=3", "--set", "search.scheduler=full");
    for (String setting : settings) {
      Collections.addAll(line, "--set", setting);
    }
    return CommandRun.of(line.toArray(String[]::new));
  }

  private static CommandRun confirm() {
    return CommandRun.of("confirm", study, "--master", "local[2]", "--seeds", "2", "--json");
  }

  private static long events(String kind) throws Exception {
    long count = 0;
    try (Stream<Path> parts = Files.list(Path.of(study, "journal"))) {
      for (Path part : parts.toList()) {
        count += Files.readString(part).lines().filter(line -> line.contains(kind)).count();
      }
    }
    return count;
  }

  @Test
  @Order(1)
  void theWinnerIsKeptAndMeasured() throws Exception {
    String best = Path.of(study, "best").toString();
    assertThat(CommandRun.of("evaluate", "--model", best, "--master", "local[2]").err())
        .contains("has not used its test part yet");
    CommandRun run = confirm();
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode confirmation = JSON.readTree(run.out()).get("confirmation");
    assertThat(confirmation.get("runs").intValue()).isEqualTo(6);
    assertThat(confirmation.get("winner").isInt()).isTrue();
    assertThat(confirmation.at("/test/rows").intValue()).isPositive();
    assertThat(CommandRun.of("status", study).out())
        .contains("Confirmed: trial ", "On the test part, used once: ", "(selected on)");
    assertThat(CommandRun.of("explain", study, "--trial", "c0").out()).contains("confirms trial");
    assertThat(CommandRun.of("replay", study).code()).isEqualTo(ExitCode.OK);
  }

  @Test
  @Order(2)
  void asSaysAStudyThatIsConfirmed() throws Exception {
    CommandRun again = confirm();
    assertThat(again.code()).isEqualTo(ExitCode.OK);
    assertThat(again.err()).contains("this study is confirmed");
    assertThat(events("confirmationStarted")).isEqualTo(1);
  }

  @Test
  @Order(3)
  void aSearchThatGoesOnIsConfirmedAnewAndTheTestPartIsLeftAlone() throws Exception {
    CommandRun more = caviar("search.maxTrials=4", "confirm={seeds: 2, candidates: 2}");
    assertThat(more.code()).as(more.err()).isEqualTo(ExitCode.OK);
    assertThat(events("confirmationStarted")).isEqualTo(2);
    assertThat(events("testMeasured")).isEqualTo(1);
    assertThat(CommandRun.of("replay", study).code()).isEqualTo(ExitCode.OK);
  }

  @Test
  @Order(4)
  void whatCannotBeConfirmedSaysWhy() {
    CommandRun none = CommandRun.of("confirm", directory.resolve("none").toString());
    assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(none.err()).contains("holds no study");
    CommandRun one = CommandRun.of("confirm", study, "--seeds", "1");
    assertThat(one.code()).isEqualTo(ExitCode.USAGE);
    assertThat(one.err()).contains("--seeds is 1 but must be from 2 to 1000");
    assertThat(CommandRun.of("explain", study, "--trial", "x").err()).contains("'x' is no trial");
  }
}
