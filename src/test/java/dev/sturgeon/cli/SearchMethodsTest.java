package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to search, on real data in local mode, from the command line. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class SearchMethodsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static Path usual;

  @BeforeAll
  static void searchAsUsual() {
    usual = directory.resolve("usual");
    search(usual, "local[2]", "search={maxTrials: 16, maxEpochs: 9}");
  }

  private static void search(Path place, String master, String... settings) {
    List<String> command = new ArrayList<>(List.of("caviar", "conf/csv-example.yaml"));
    Collections.addAll(command, "--master", master, "--dir", place.toString());
    Collections.addAll(command, "--set", "confirm.enabled=false");
    for (String setting : settings) {
      Collections.addAll(command, "--set", setting);
    }
    CommandRun run = CommandRun.of(command.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
  }

  private static StudyState state(Path study) throws IOException {
    return StudyState.from(JournalReader.read(StudyStorage.open(study.toString())).entries());
  }

  @Test
  void mostTrialsAreDroppedAndTheirCheckpointsAreGone() throws Exception {
    List<Trial> trials = state(usual).history().trials();
    assertThat(trials).hasSize(16).allMatch(trial -> trial.status().isOver());
    assertThat(trials)
        .filteredOn(trial -> trial.status() == Trial.Status.DROPPED)
        .hasSizeGreaterThan(7);
    assertThat(trials).anyMatch(trial -> trial.epoch() == 9);
    try (Stream<Path> left = Files.walk(usual.resolve("checkpoints"))) {
      assertThat(left.filter(Files::isRegularFile)).as("the best one's").hasSize(1);
    }
  }

  @Test
  void aReplayComesOutTheSame() throws Exception {
    CommandRun replay = CommandRun.of("replay", usual.toString(), "--json");
    assertThat(replay.code()).as(replay.err()).isEqualTo(ExitCode.OK);
    JsonNode answer = JSON.readTree(replay.out());
    assertThat(answer.get("decisions").intValue()).isGreaterThan(16);
    assertThat(answer.get("difference").isNull()).isTrue();
    assertThat(CommandRun.of("replay", usual.toString()).out())
        .contains("decisions come out the same");
  }

  @Test
  void explainsWhatBecameOfATrial() throws Exception {
    CommandRun explained = CommandRun.of("explain", usual.toString(), "--trial", "0");
    assertThat(explained.code()).as(explained.err()).isEqualTo(ExitCode.OK);
    assertThat(explained.out())
        .startsWith("trial 0, ")
        .contains("sampled: default configuration")
        .containsPattern("epoch 1: .* at epoch 1, where the best \\d+ may go on");
    Trial dropped =
        state(usual).history().trials().stream()
            .filter(trial -> trial.status() == Trial.Status.DROPPED)
            .findFirst()
            .orElseThrow();
    String why =
        CommandRun.of("explain", usual.toString(), "--trial", dropped.id().toString()).out();
    assertThat(why).contains("dropped: the search is done, and others did better");
  }

  @Test
  void thereIsNothingToExplainOfATrialThatIsNone() {
    CommandRun none = CommandRun.of("explain", usual.toString(), "--trial", "16");
    assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(none.err()).contains("has no trial 16; right would be 0 to 15");
    CommandRun nowhere = CommandRun.of("replay", directory.resolve("nowhere").toString());
    assertThat(nowhere.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(nowhere.err()).contains("holds no study");
  }

  @Test
  void beginsWithWhatIsKnown() throws Exception {
    Path warm = directory.resolve("warm");
    search(
        warm,
        "local[2]",
        "search={maxTrials: 6, maxEpochs: 3, scheduler: full, first: [{units: 21}], warmStart: '"
            + usual.toAbsolutePath()
            + "'}");
    List<Trial> trials = state(warm).history().trials();
    assertThat(trials.get(0).configuration().integer("units")).isEqualTo(21);
    List<Trial> best = state(usual).history().ranked();
    for (int i = 0; i < 3; i++) {
      assertThat(trials.get(1 + i).configuration()).isEqualTo(best.get(i).configuration());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ashaStopping", "halving", "hyperband"})
  void everySchedulerFindsANetworkAndCanBeReplayed(String scheduler) {
    Path place = directory.resolve(scheduler);
    search(place, "local[2]", "search={maxTrials: 9, maxEpochs: 9, scheduler: " + scheduler + "}");
    assertThat(place.resolve("best/network.zip")).isNotEmptyFile();
    CommandRun replay = CommandRun.of("replay", place.toString());
    assertThat(replay.code()).as(replay.out()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aStrictSearchIsTheSameOnAnyNumberOfSlots() throws Exception {
    String method = "search={maxTrials: 12, maxEpochs: 9, strict: true}";
    Path one = directory.resolve("one");
    Path two = directory.resolve("two");
    search(one, "local[1]", method);
    search(two, "local[2]", method);
    assertThat(shown(two)).isEqualTo(shown(one));
    CommandRun replay = CommandRun.of("replay", two.toString());
    assertThat(replay.code()).as(replay.out()).isEqualTo(ExitCode.OK);
  }

  /** Everything about each trial that is not a time. */
  private static List<String> shown(Path study) throws IOException {
    return state(study).history().trials().stream()
        .map(
            trial -> {
              List<Scores> curve = trial.curve().stream().map(CurvePoint::dev).toList();
              return trial.status() + " " + trial.configuration() + " " + curve;
            })
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid, scheduler: full", "sobol", "random", "model"})
  void aStrictSearchTriesDifferentConfigurations(String sampler) throws Exception {
    Path place = directory.resolve("strict " + sampler.substring(0, 4));
    search(
        place,
        "local[2]",
        "search={maxTrials: 6, maxEpochs: 1, strict: true, sampler: " + sampler + "}");
    assertThat(state(place).history().trials())
        .hasSizeGreaterThan(3)
        .extracting(Trial::configuration)
        .doesNotHaveDuplicates();
  }

  @Test
  void moreTrialsGoOnWithAStudyThatWasDone() throws Exception {
    Path more = directory.resolve("more");
    search(more, "local[2]", "search={maxTrials: 5, maxEpochs: 3}");
    search(more, "local[2]", "search={maxTrials: 9, maxEpochs: 3}");
    assertThat(state(more).history().trials()).hasSize(9);
    CommandRun replay = CommandRun.of("replay", more.toString());
    assertThat(replay.code()).as(replay.out()).isEqualTo(ExitCode.OK);
  }
}
