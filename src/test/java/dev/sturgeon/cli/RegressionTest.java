package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.TrialId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The regression example, from the command line to predictions in miles per gallon. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class RegressionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static Path study;
  private static CommandRun search;

  @BeforeAll
  static void searchCars() {
    study = directory.resolve("cars");
    search =
        CommandRun.of(
            "caviar",
            "conf/regression-example.yaml",
            "--master",
            "local[2]",
            "--dir",
            study.toString(),
            "--set",
            "confirm={seeds: 2, candidates: 2}",
            "--set",
            "search={scheduler: full, maxTrials: 4, maxEpochs: 40}",
            "--json");
  }

  @Test
  void theBestBeatsTheMeanClearlyAndRanksByTheLowestError() throws Exception {
    assertThat(search.code()).as(search.err()).isEqualTo(ExitCode.OK);
    JsonNode best = JSON.readTree(search.out()).get("best");
    assertThat(best.get("metric").asText()).isEqualTo("rmse");
    StudyState state = StudyState.from(JournalReader.read(new LocalStorage(study)).entries());
    Map<String, Scores> baselines = state.baselines();
    assertThat(baselines).containsOnlyKeys("mean", "linear model");
    double mean = Objects.requireNonNull(baselines.get("mean")).metric();
    assertThat(mean).as("miles").isBetween(5.0, 11.0);
    assertThat(best.get("value").doubleValue()).isBetween(1.0, 0.6 * mean);
    assertThat(state.history().ranked())
        .isSortedAccordingTo(
            (a, b) ->
                Double.compare(
                    a.scores().orElseThrow().metric(), b.scores().orElseThrow().metric()));
    JsonNode card = JSON.readTree(study.resolve("best/model.json").toFile());
    assertThat(card.get("metric").asText()).isEqualTo("rmse");
    TrialId saved = state.confirmation().flatMap(Confirmed::saved).orElseThrow();
    assertThat(card.get("value").doubleValue())
        .as("the confirmed run's own value")
        .isEqualTo(state.history().get(saved).scores().orElseThrow().metric());
  }

  @Test
  void evaluateGivesEveryFigureOfNumbersInMiles() throws Exception {
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--master",
            "local[2]",
            "--model",
            study.resolve("best").toString(),
            "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode metrics = JSON.readTree(run.out()).get("metrics");
    assertThat(metrics.fieldNames()).toIterable().containsExactlyInAnyOrder("mae", "r2", "rmse");
    assertThat(metrics.get("mae").doubleValue()).isBetween(0.5, metrics.get("rmse").doubleValue());
    assertThat(metrics.get("r2").doubleValue()).isBetween(0.5, 1.0);
  }

  @Test
  void predictionsAreInMilesPerGallon() throws Exception {
    Path output = directory.resolve("scored.csv");
    CommandRun run =
        CommandRun.of(
            "predict",
            "--master",
            "local[2]",
            "--model",
            study.resolve("best").toString(),
            "--data",
            "conf/data/cars.csv",
            "--output",
            output.toString(),
            "--keep",
            "miles_per_gallon");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    List<String> lines = Files.readAllLines(output);
    assertThat(lines.get(0)).isEqualTo("miles_per_gallon,prediction");
    List<Double> errors = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (!cells[0].isEmpty() && !cells[0].equals("NA")) {
        errors.add(Math.abs(Double.parseDouble(cells[0]) - Double.parseDouble(cells[1])));
      }
    }
    assertThat(errors).hasSize(398);
    assertThat(errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .isLessThan(5);
  }
}
