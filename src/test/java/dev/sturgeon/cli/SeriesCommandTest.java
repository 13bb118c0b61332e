package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.store.StudyLock;
import dev.sturgeon.store.ThisMachine;
import dev.sturgeon.store.Timer;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A series of studies, from the command line. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SeriesCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static String first = "";
  private static String second = "";

  private static CommandRun night(String... more) {
    List<String> line = new ArrayList<>(List.of("caviar", "conf/csv-example.yaml"));
    Collections.addAll(line, "--new-if-finished", "--json", "--dir", directory.toString());
    Collections.addAll(line, "--master", "local[2]", "--set", "seed=7");
    Collections.addAll(line, "--set", "search={maxTrials: 3, maxEpochs: 2, scheduler: full}");
    Collections.addAll(line, "--set", "confirm={seeds: 2, candidates: 3}");
    Collections.addAll(line, "--set", "retest={seeds: 2, minGain: 0.9}");
    Collections.addAll(line, more);
    return CommandRun.of(line.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws Exception {
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines()).as(run.err()).hasSize(1);
    return JSON.readTree(run.out()).get("series");
  }

  private static StudyState state(String study) throws IOException {
    return StudyState.from(
        JournalReader.read(new LocalStorage(directory.resolve(study))).entries());
  }

  private static JsonNode rule(String study) throws IOException {
    return JSON.readTree(state(study).started().orElseThrow().data().split()).get("rule");
  }

  private static List<Long> seeds(StudyState state) {
    return state.history().all().map(Trial::seed).toList();
  }

  @Test
  @Order(1)
  void eachHasItsOwnSeedsButTheSplitOfAll() throws Exception {
    first = json(night()).get("study").textValue();
    second = json(night()).get("study").textValue();
    assertThat(second).isNotEqualTo(first);
    StudyState one = state(first);
    StudyState two = state(second);
    assertThat(one.confirmation()).isPresent();
    assertThat(seeds(one)).doesNotContainAnyElementsOf(seeds(two));
    Event.StudyStarted begun = two.started().orElseThrow();
    assertThat(begun.data()).isEqualTo(one.started().orElseThrow().data());
    assertThat(begun.data().split()).contains("\"seed\":7");
    assertThat(Files.readString(directory.resolve(second).resolve("study.yaml")))
        .contains("seed: " + begun.seed(), "    seed: 7")
        .doesNotContain("\nseed: 7");
    Path retests = directory.resolve(first).resolve("retests");
    String duel = new LocalStorage(retests).list("").get(0);
    assertThat(seeds(state(first + "/retests/" + duel)))
        .as("the winner is not judged by what it was chosen by")
        .isNotEmpty()
        .doesNotContainAnyElementsOf(seeds(one))
        .doesNotContainAnyElementsOf(seeds(two));
  }

  @Test
  @Order(2)
  void whatACrashLeftOpenIsSettledAndSaidAndWhatWasLeftUnfinishedGoes() throws Exception {
    LocalStorage series = new LocalStorage(directory);
    series.delete(first + "/retests");
    series.write("current", first.getBytes(StandardCharsets.UTF_8));
    series.write("2020-01-01/journal/000001.jsonl", new byte[0]);
    series.write("2020-01-03/rows.csv", new byte[9]);
    LocalStorage held = new LocalStorage(directory.resolve("2020-01-02"));
    ThisMachine machine = new ThisMachine("node-1");
    CommandRun run;
    try (StudyLock lock =
        StudyLock.take(held, machine.driver("other", 5), Timer.system(), machine, note -> {})) {
      run = night("--set", "series.keep=2");
      lock.confirm();
      assertThat(directory.resolve("2020-01-02/driver")).exists();
    }
    JsonNode answer = json(run);
    assertThat(answer.at("/earlier/study").textValue()).isEqualTo(second);
    assertThat(answer.at("/earlier/current").textValue()).isEqualTo(first);
    assertThat(answer.at("/earlier/moved").booleanValue()).isFalse();
    assertThat(answer.at("/earlier/outcome").textValue()).isIn("HOLDS", "UNDECIDED");
    assertThat(run.err()).contains(first + " still counts.");
    assertThat(run.err()).contains("2020-01-01 is deleted", "2020-01-02 is not deleted");
    assertThat(directory.resolve("2020-01-01")).doesNotExist();
    assertThat(directory.resolve("2020-01-03/rows.csv")).as("somebody else's").exists();
    assertThat(directory.resolve(first)).as("the current one").exists();
    assertThat(directory.resolve(second)).as("one of the newest two").exists();
  }

  @Test
  @Order(3)
  void whatCannotBeComparedIsSaidAndADamagedOldStudyStopsNothing() throws Exception {
    LocalStorage series = new LocalStorage(directory);
    series.write("2020-01-04/journal/000002.jsonl", new byte[9]);
    Path grown = directory.resolve("grown.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(Path.of("conf/data/penguins.csv")));
    for (int i = 0; i < 40; i++) {
      rows.add("Adelie,Dream,%d.5,18,%d,%d,MALE".formatted(35 + i % 9, 180 + i, 3500 + i));
    }
    Files.write(grown, rows);
    CommandRun run =
        night(
            "--set",
            "series.keep=9",
            "--set",
            "objective.metric=logLoss",
            "--set",
            "data.path=" + grown);
    JsonNode answer = json(run);
    assertThat(answer.get("current").textValue()).isEqualTo(first);
    assertThat(answer.get("outcome").isNull()).isTrue();
    assertThat(answer.get("incomparable").textValue()).isEqualTo("it has another objective");
    assertThat(rule(answer.get("study").textValue()))
        .as("rows keep their part")
        .isEqualTo(rule(first));
    assertThat(run.err()).contains("2020-01-04 cannot be read");
    assertThat(directory.resolve("2020-01-04")).as("one of the newest nine").exists();
  }

  @Test
  @Order(4)
  void withoutTheFlagNothingIsBegunInASeries() {
    CommandRun run =
        CommandRun.of("caviar", "conf/csv-example.yaml", "--dir", directory.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("add --new-if-finished");
    assertThat(directory.resolve("journal")).doesNotExist();
  }
}
