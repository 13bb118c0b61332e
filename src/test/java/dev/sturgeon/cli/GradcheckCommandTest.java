package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sturgeon.dl4j.FaultyNetwork;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Gradient checks from the command line. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
final class GradcheckCommandTest {
  private static final String FAULTY = "network={class: " + FaultyNetwork.class.getName() + "}";

  @Test
  void aRightGradientIsGood() throws Exception {
    CommandRun run =
        CommandRun.of(
            "gradcheck",
            "conf/digits.yaml",
            "--master",
            "local[1]",
            "--rows",
            "8",
            "--set",
            "space.units=12",
            "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
    JsonNode answer = new ObjectMapper().readTree(run.out());
    assertThat(answer.at("/network").asText()).isEqualTo("mlp");
    assertThat(answer.at("/rows").intValue()).isEqualTo(8);
    assertThat(answer.at("/configuration/units").asText()).isEqualTo("12");
    assertThat(answer.at("/report/verdict").asText()).isEqualTo("GOOD");
    assertThat(answer.at("/report/stages").size()).isEqualTo(2);
    assertThat(answer.at("/report/stages/0/parameters/0/entries").intValue()).isEqualTo(61 * 12);
  }

  @Test
  void aWrongOneIsRefusedByTheSearchToo(@TempDir Path directory) {
    CommandRun check =
        CommandRun.of(
            "gradcheck",
            "conf/digits.yaml",
            "--master",
            "local[1]",
            "--set",
            FAULTY,
            "--set",
            "space={}");
    assertThat(check.code()).as(check.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(check.out()).contains("is wrong").contains("layer 1 (DenseLayer), W: difference");
    CommandRun search =
        CommandRun.of(
            "caviar",
            "conf/digits.yaml",
            "--master",
            "local[1]",
            "--dir",
            directory.toString(),
            "--set",
            FAULTY,
            "--set",
            "space={}");
    assertThat(search.code()).as(search.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(search.err()).contains("goes wrong first in layer 1").contains("gradientCheck");
    assertThat(directory.resolve("journal")).doesNotExist();
  }

  @Test
  void aSearchMayBeToldToTrustTheGradient(@TempDir Path directory) {
    CommandRun search =
        CommandRun.of(
            "caviar",
            "conf/digits.yaml",
            "--master",
            "local[1]",
            "--dir",
            directory.toString(),
            "--set",
            FAULTY,
            "--set",
            "space={}",
            "--set",
            "confirm.enabled=false",
            "--set",
            "search={maxTrials: 1, maxEpochs: 1, gradientCheck: false}");
    assertThat(search.code()).as(search.err()).isEqualTo(ExitCode.OK);
    assertThat(search.err()).doesNotContain("gradient check");
  }

  @Test
  void oneRowIsTooFew() {
    CommandRun run = CommandRun.of("gradcheck", "conf/digits.yaml", "--rows", "1");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--rows is 1 but must be 2 or more");
  }
}
