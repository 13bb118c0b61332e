package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.panda.Advice;
import dev.sturgeon.panda.PandaView;
import dev.sturgeon.panda.Rule;
import dev.sturgeon.space.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A panda on the digits in local mode, from the command line. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PandaEndToEndTest {
  private static final String SLOW = "search.first=[{learningRate: 0.0001}]";

  @TempDir static Path directory;
  private static String study;
  private static CommandRun panda;

  @BeforeAll
  static void trainTheDigits() {
    study = directory.resolve("panda").toString();
    panda = panda(study, SLOW, "search.maxEpochs=9", "panda.branches=2");
  }

  private static CommandRun panda(String place, String... settings) {
    return panda(place, List.of(), settings);
  }

  private static CommandRun panda(String place, List<String> options, String... settings) {
    List<String> line = new ArrayList<>(List.of("panda", "conf/panda.yaml"));
    line.addAll(options);
    Collections.addAll(line, "--master", "local[2]", "--dir", place, "--json");
    for (String setting : settings) {
      Collections.addAll(line, "--set", setting);
    }
    return CommandRun.of(line.toArray(String[]::new));
  }

  @Test
  @Order(1)
  void learnsMoreThanItWouldHaveByItself() throws Exception {
    assertThat(panda.code()).as(panda.err()).isEqualTo(ExitCode.OK);
    JsonNode summary = new ObjectMapper().readTree(panda.out());
    assertThat(summary.at("/best/hyperparameters/learningRate").asDouble()).isGreaterThan(1e-4);
    assertThat(summary.at("/best/value").asDouble()).isGreaterThan(0.8);
    assertThat(Path.of(study, "best", "network.zip")).exists();
  }

  @Test
  @Order(2)
  void saysWhatItTriedAndWhy() throws Exception {
    assertThat(panda.err()).contains("raise: learningRate 0.0001 -> 0.0002; steady progress");
    String report = Files.readString(Path.of(study, "report.html"));
    assertThat(report).contains("<h2>Nudges</h2>", "tries another way on from trial 0", "raise");
    assertThat(CommandRun.of("explain", study, "--trial", "1").out())
        .contains("from trial 0 at epoch", "nudged by raise: learningRate 0.0001 -> 0.0002");
  }

  @Test
  @Order(3)
  void everyDecisionComesOutTheSame() {
    CommandRun replay = CommandRun.of("replay", study);
    assertThat(replay.code()).as(replay.out()).isEqualTo(ExitCode.OK);
  }

  @Test
  @Order(4)
  void aFinishedOneIsNotNudged() {
    CommandRun nudge = CommandRun.of("nudge", study, "--set", "learningRate=0.01");
    assertThat(nudge.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(nudge.err()).contains("this study is finished");
  }

  @Test
  @Order(5)
  void anotherOneBeginsWithItsBest() {
    String next = directory.resolve("next").toString();
    CommandRun run =
        CommandRun.of(
            "panda",
            "conf/panda.yaml",
            "--from",
            study,
            "--dir",
            next,
            "--master",
            "local[2]",
            "--set",
            "search.maxEpochs=2");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(CommandRun.of("explain", next, "--trial", "0").out()).contains("search.first");
    CommandRun again = panda(next, List.of("--from", study), "search.maxEpochs=2");
    assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.OK);
    assertThat(again.err())
        .contains(
            "this panda is finished: its one model has trained to its end; panda --from " + next)
        .doesNotContain("maxTrials", "began with");
  }

  @Test
  @Order(6)
  void whatHasBegunDoesNotBeginWithAnothersBest() {
    CommandRun other =
        panda(study, List.of("--from", study), SLOW, "search.maxEpochs=9", "panda.branches=2");
    assertThat(other.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(other.err())
        .contains("holds a panda that began with learningRate 1.0E-4, now ", "Leave --from out");
    String nothing = directory.resolve("nothing").toString();
    CommandRun gone =
        panda(study, List.of("--from", nothing), SLOW, "search.maxEpochs=9", "panda.branches=2");
    assertThat(gone.code()).as(gone.err()).isEqualTo(ExitCode.OK);
    assertThat(gone.err()).contains("nothing holds no study", "goes on with what it began with");
  }

  /** A user's own, with a mistake in it. */
  public static final class Mistaken implements Rule {
    @Override
    public Optional<Advice> look(PandaView view) {
      throw new ArithmeticException("/ by zero");
    }
  }

  @Test
  void aMistakeInAUsersOwnRuleIsNoBugOfSturgeons() {
    String place = directory.resolve("mistaken").toString();
    String rule = "panda.rules=[{class: '" + Mistaken.class.getName() + "'}]";
    CommandRun run = panda(place, "search.maxEpochs=3", rule);
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("panda.rules", Mistaken.class.getName(), "/ by zero")
        .doesNotContain("bug of Sturgeon's");
  }

  /** Makes the first model diverge, and does not help it. */
  public static final class Wild implements Rule {
    @Override
    public Optional<Advice> look(PandaView view) {
      boolean now = view.epoch() == 2 && view.trial().id().number() == 0 && !view.isDiverged();
      return now
          ? Optional.of(
              new Advice.Change(new TreeMap<>(Map.of("learningRate", Value.of(1e12))), "to see"))
          : Optional.empty();
    }
  }

  @Test
  void aLostModelWaitsForAWayBack() {
    String place = directory.resolve("lost").toString();
    String[] settings = {
      "search.maxEpochs=4",
      "panda.rules=[{class: '" + Wild.class.getName() + "'}]",
      "space.learningRate={low: 1.0e-5, high: 1.0e12, scale: log, default: 0.003}"
    };
    for (int again = 0; again < 2; again++) {
      CommandRun lost = panda(place, settings);
      assertThat(lost.code()).as(lost.err()).isEqualTo(ExitCode.NOTHING_TRAINED);
      assertThat(lost.err())
          .contains("trial 0 diverged after epoch 2: ", "`nudge DIR --rollback EPOCH` goes back")
          .doesNotContain("bug of Sturgeon's");
    }
    assertThat(CommandRun.of("status", place).out()).contains("gave up: trial 0 diverged");
    CommandRun set = CommandRun.of("nudge", place, "--set", "learningRate=0.01");
    assertThat(set.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(set.err()).contains("the model is lost: trial 0 diverged after epoch 2");
    assertThat(CommandRun.of("nudge", place, "--rollback", "1").code()).isEqualTo(ExitCode.OK);
    CommandRun saved = panda(place, settings);
    assertThat(saved.code()).as(saved.err()).isEqualTo(ExitCode.OK);
    assertThat(Path.of(place, "best", "network.zip")).exists();
    assertThat(CommandRun.of("replay", place).code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aReasonThatIsTooLongIsAMistakeOfTheCommandLine() {
    String why = "x".repeat(1001);
    for (CommandRun run :
        List.of(
            CommandRun.of("nudge", study, "--pause", "--because", why),
            CommandRun.of("nudge", study, "--stop", "--because", why),
            CommandRun.of("stop", study, "--because", why))) {
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err())
          .contains("--because has 1001 characters but may have 1000 at most")
          .doesNotContain("bug of Sturgeon's");
    }
  }

  @Test
  void aNudgeIsOneThing() {
    assertThat(CommandRun.of("nudge", study).code()).isEqualTo(2);
    assertThat(CommandRun.of("nudge", study, "--pause", "--resume").code()).isEqualTo(2);
    assertThat(CommandRun.of("nudge", study, "--set", "learningRate").err())
        .contains("'learningRate' is not NAME=VALUE");
  }
}
