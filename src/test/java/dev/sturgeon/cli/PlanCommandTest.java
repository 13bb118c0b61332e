package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.ConfigurationJson;
import dev.sturgeon.store.LocalStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plans from the command line. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
final class PlanCommandTest {
  @TempDir Path directory;

  @Test
  void showsTrialsMemoryAndSettings() {
    CommandRun run = plan("--plan");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("digits: the configuration is valid", "1265 train, 266 dev and 266 test rows")
        .contains("the study's first 3 trials:", "learningRate", "25738")
        .contains("off-heap of each executor", "--conf spark.executor.memoryOverhead=1g")
        .doesNotContain("beta1", "core-hours");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void measuresAndPredictsInOneObject() throws Exception {
    CommandRun run = plan("--measure", "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode answer = new ObjectMapper().readTree(run.out());
    assertThat(answer.at("/data/train").intValue()).isEqualTo(1265);
    assertThat(answer.at("/memory/needed/driverHeap").longValue()).isPositive();
    assertThat(answer.at("/settings/cluster/spark.task.cpus").asText()).isEqualTo("1");
    assertThat(answer.at("/trials/0/secondsPerEpoch").doubleValue()).isPositive();
    assertThat(answer.at("/forecast/trials").intValue()).isEqualTo(3);
    assertThat(answer.at("/forecast/slots").intValue()).isEqualTo(1);
    assertThat(answer.at("/forecast/coreHours").doubleValue()).isPositive();
    assertThat(Instant.parse(answer.at("/forecast/end").asText())).isAfter(Instant.EPOCH);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void theStudyThenTrainsWhatWasShown() throws Exception {
    JsonNode shown = new ObjectMapper().readTree(plan("--plan", "--json").out()).at("/trials");
    CommandRun search = run("caviar");
    assertThat(search.code()).as(search.err()).isEqualTo(ExitCode.OK);
    StudyState state = StudyState.from(JournalReader.read(new LocalStorage(directory)).entries());
    // As text: what is read back from JSON has numbers of other types.
    assertThat(state.history().trials())
        .map(trial -> ConfigurationJson.of(trial.configuration()).toString())
        .containsExactly(
            shown.at("/0/hyperparameters").toString(),
            shown.at("/1/hyperparameters").toString(),
            shown.at("/2/hyperparameters").toString());
  }

  @Test
  void whatDoesNotFitIsShownAndRefusedUnmeasured() {
    CommandRun run = plan("--measure", "--set", "space={batchSize: full, units: 1000000}");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out())
        .contains("too little memory: the data and networks need", "native memory")
        .doesNotContain("core-hours");
  }

  private CommandRun plan(String... more) {
    return run("validate", more);
  }

  private CommandRun run(String command, String... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    command,
                    "conf/digits.yaml",
                    "--master",
                    "local[1]",
                    "--dir",
                    directory.toString(),
                    "--set",
                    "search={maxTrials: 3, rounds: 1}",
                    "--set",
                    "search.maxEpochs=1",
                    "--set",
                    "search.segmentEpochs=1"),
                Stream.of(more))
            .toArray(String[]::new));
  }
}
