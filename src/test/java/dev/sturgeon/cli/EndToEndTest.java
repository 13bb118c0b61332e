package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search on real data in local mode, from the command line to predictions. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EndToEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SMALL =
      "search={scheduler: full, maxTrials: 3, maxEpochs: 4, segmentEpochs: 2}";

  @TempDir static Path directory;
  private static Path study;
  private static CommandRun search;

  @BeforeAll
  static void searchPenguins() {
    study = directory.resolve("my penguins");
    search = caviar("conf/csv-example.yaml", study, SMALL);
  }

  private static CommandRun caviar(String conf, Path place, String setting) {
    return CommandRun.of(
        "caviar",
        conf,
        "--master",
        "local[2]",
        "--dir",
        place.toString(),
        "--set",
        setting,
        "--set",
        "confirm={seeds: 3, candidates: 2}",
        "--json");
  }

  @Test
  @Order(1)
  void printsExactlyOneJsonObject() throws Exception {
    assertThat(search.code()).as(search.err()).isEqualTo(ExitCode.OK);
    JsonNode summary = JSON.readTree(search.out());
    assertThat(summary.fieldNames())
        .toIterable()
        .containsExactly(
            "study",
            "directory",
            "trials",
            "completed",
            "failed",
            "diverged",
            "stopped",
            "dropped",
            "best",
            "confirmation",
            "elapsedSeconds",
            "failures",
            "executorsLost",
            "lateResults",
            "resumed");
    assertThat(summary.get("trials").intValue()).isEqualTo(3);
    assertThat(summary.get("completed").intValue()).isEqualTo(3);
    assertThat(summary.at("/best/metric").asText()).isEqualTo("balancedAccuracy");
    assertThat(summary.at("/best/hyperparameters/learningRate").isDouble()).isTrue();
    assertThat(JSON.readTree(study.resolve("summary.json").toFile())).isEqualTo(summary);
  }

  @Test
  @Order(1)
  void confirmsItsBestAndUsesTheTestPartOnce() throws Exception {
    JsonNode confirmation = JSON.readTree(search.out()).get("confirmation");
    assertThat(confirmation.get("runs").intValue()).isEqualTo(6);
    assertThat(confirmation.get("seeds").intValue()).isEqualTo(3);
    JsonNode test = confirmation.get("test");
    assertThat(test.get("value").doubleValue())
        .isBetween(test.get("low").doubleValue(), test.get("high").doubleValue());
    assertThat(test.get("ofWinner").booleanValue()).isTrue();
    JsonNode card = JSON.readTree(study.resolve("best/model.json").toFile());
    assertThat(card.get("trial")).isEqualTo(confirmation.get("winner"));
    assertThat(card.get("test")).isEqualTo(test.get("value"));
    assertThat(card.get("confirmed").isDouble()).isTrue();
    assertThat(Files.readString(study.resolve("report.html")))
        .contains("<h2>Confirmation</h2>", "Cawley", "which it was selected on");
    CommandRun evaluated =
        CommandRun.of(
            "evaluate",
            "--master",
            "local[2]",
            "--json",
            "--model",
            study.resolve("best").toString());
    assertThat(JSON.readTree(evaluated.out()).at("/metrics/balancedAccuracy"))
        .as("the network that was measured is the one that is kept")
        .isEqualTo(test.get("value"));
  }

  @Test
  @Order(2)
  void leavesTheWholeStudyDirectory() {
    assertThat(study)
        .isDirectoryContaining("glob:**/study.yaml")
        .isDirectoryContaining("glob:**/report.html");
    assertThat(study.resolve("journal/000001.jsonl")).isNotEmptyFile();
    assertThat(study.resolve("best/model.json")).isNotEmptyFile();
    assertThat(study.resolve("best/preprocessing")).isDirectory();
    assertThat(study.resolve("best.new")).doesNotExist();
  }

  @Test
  @Order(3)
  void plainDl4jOpensTheNetwork() throws Exception {
    MultiLayerNetwork network =
        MultiLayerNetwork.load(study.resolve("best/network.zip").toFile(), false);
    assertThat(network.numParams()).isPositive();
  }

  @Test
  @Order(4)
  void aFinishedStudySaysSo() throws Exception {
    CommandRun again = caviar("conf/csv-example.yaml", study, SMALL);
    assertThat(again.code()).isEqualTo(ExitCode.OK);
    assertThat(again.err()).contains("finished");
    assertThat(JSON.readTree(again.out()).get("trials").intValue()).isEqualTo(3);
  }

  @Test
  @Order(5)
  void anotherStudyIsNotMixedIn() {
    CommandRun other = caviar("conf/csv-example.yaml", study, "seed=99");
    assertThat(other.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(other.err()).contains("seed").contains("--dir");
  }

  @Test
  @Order(6)
  void predictsNewRowsWithOriginalLabels() throws Exception {
    Path output = directory.resolve("scored rows.csv");
    CommandRun run =
        CommandRun.of(
            "predict",
            "--master",
            "local[2]",
            "--model",
            study.resolve("best").toString(),
            "--data",
            "conf/data/penguins.csv",
            "--output",
            output.toString(),
            "--keep",
            "island");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    List<String> lines = Files.readAllLines(output);
    assertThat(lines.get(0)).startsWith("island,prediction,probability_Adelie");
    assertThat(lines).hasSizeGreaterThan(340);
    assertThat(lines.get(1)).containsPattern("(Adelie|Gentoo|Chinstrap),");
  }

  @Test
  @Order(7)
  void evaluatesOnTheTestPartAndOnOtherRows() throws Exception {
    String best = study.resolve("best").toString();
    CommandRun test = CommandRun.of("evaluate", "--master", "local[2]", "--model", best, "--json");
    assertThat(test.code()).as(test.err()).isEqualTo(ExitCode.OK);
    JsonNode scores = JSON.readTree(test.out());
    assertThat(scores.get("rows").intValue()).isBetween(60, 75);
    assertThat(scores.at("/metrics/accuracy").doubleValue()).isBetween(0.2, 1.0);

    CommandRun all =
        CommandRun.of(
            "evaluate",
            "--master",
            "local[2]",
            "--model",
            best,
            "--json",
            "--data",
            "conf/data/penguins.csv");
    assertThat(all.code()).as(all.err()).isEqualTo(ExitCode.OK);
    assertThat(JSON.readTree(all.out()).get("rows").intValue()).isEqualTo(344);
  }

  @Test
  @Order(8)
  void trainFitsTheDefaultConfiguration() throws Exception {
    Path place = directory.resolve("one");
    CommandRun run =
        CommandRun.of(
            "train",
            "conf/digits.yaml",
            "--master",
            "local[2]",
            "--dir",
            place.toString(),
            "--set",
            "search={maxEpochs: 2}",
            "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode summary = JSON.readTree(run.out());
    assertThat(summary.get("trials").intValue()).isEqualTo(1);
    assertThat(summary.at("/best/hyperparameters/learningRate").doubleValue()).isEqualTo(0.003);
  }

  @Test
  @Order(9)
  void badDataIsOneClearMessage() throws Exception {
    Path data = directory.resolve("empty.csv");
    Files.writeString(data, "");
    Path conf = directory.resolve("empty.yaml");
    Files.writeString(conf, "data: {format: csv, path: empty.csv, label: y}\n");
    CommandRun run =
        CommandRun.of(
            "caviar",
            conf.toString(),
            "--master",
            "local[2]",
            "--dir",
            directory.resolve("none").toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("empty.csv").doesNotContain("at dev.sturgeon");
    assertThat(directory.resolve("none")).doesNotExist();
  }
}
