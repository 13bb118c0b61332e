package dev.sturgeon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the command line without training. */
final class CommandLineTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {"", "caviar", "train", "validate", "predict", "evaluate", "status", "stop"})
  void everyCommandHasHelp(String command) {
    CommandRun run = command.isEmpty() ? CommandRun.of("--help") : CommandRun.of(command, "--help");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("Usage: sturgeon").contains(command);
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    CommandRun run = CommandRun.of("caviar", "conf/digits.yaml", "--colour");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--colour");
  }

  @Test
  void tellsAllProblemsOfAConfigurationAtOnce() throws Exception {
    Path conf = directory.resolve("bad.yaml");
    Files.writeString(conf, "data: {format: digits}\nserch: {}\nsearch: {maxTrials: zero}\n");
    CommandRun run = CommandRun.of("caviar", conf.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("bad.yaml:2: serch", "'search'?", "bad.yaml:3: search.maxTrials", "zero")
        .doesNotContain("at dev.sturgeon");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anAbsentConfigurationIsNamed() {
    CommandRun run = CommandRun.of("validate", directory.resolve("none.yaml").toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("none.yaml", "no such").doesNotContain("at dev.sturgeon");
  }

  @Test
  void aDirectoryIsNoConfiguration() {
    CommandRun run = CommandRun.of("panda", directory.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).hasLineCount(1).contains(directory.toString(), "is a directory");
  }

  @Test
  void anAnswerThatCannotBeWrittenIsNoSuccess() throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream full = new PrintStream(new FileOutputStream("/dev/full"))) {
      System.setOut(full);
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      assertThat(Main.run("validate", "conf/digits.yaml")).isEqualTo(ExitCode.TROUBLE);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("could not be written to standard");
  }

  @Test
  void howOftenToWatchNeedNotBeSaid() {
    CommandRun run = CommandRun.of("status", "--watch", "no/such/study");
    assertThat(run.err()).contains("no/such/study").doesNotContain("--watch");
    assertThat(CommandRun.of("status", "--watch", "0", "no/such/study").err())
        .contains("--watch is 0 but must be 1 or more");
    assertThat(CommandRun.of("status", "--watch=0", "no/such/study").err())
        .contains("--watch is 0 but must be 1 or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "caviar", "caviar --new-if-finished", "versus"})
  void aPandaIsNoSearch(String command) {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    Collections.addAll(line, "conf/digits.yaml", "--set", "search.scheduler=panda");
    CommandRun run = CommandRun.of(line.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("search.scheduler: 'panda'", "use the command panda");
  }

  @Test
  void validateShowsTheSpaceAndWhatIsFoolish() {
    CommandRun run =
        CommandRun.of(
            "validate",
            "conf/digits.yaml",
            "--set",
            "space={learningRate: {low: 1e-4, high: 1, scale: linear}}");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("learningRate: real 1.0E-4…1.0", "advice: learningRate linear", "use log");
  }

  @Test
  void aStackTraceIsShownOnlyWhenAskedFor() {
    CommandRun run =
        CommandRun.of("validate", directory.resolve("none.yaml").toString(), "--stacktrace");
    assertThat(run.err()).contains("at dev.sturgeon");
  }

  @Test
  void aMasterThatIsNoneIsTroubleWithTheCluster() {
    CommandRun run =
        CommandRun.of(
            "caviar", "conf/digits.yaml", "--master", "foo", "--dir", directory.toString());
    assertThat(run.code()).isEqualTo(ExitCode.TROUBLE);
    assertThat(run.err()).contains("master 'foo'", "spark://host:7077").doesNotContain("bug");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "stop", "replay"})
  void aDirectoryWithoutAStudyIsRefused(String command) throws Exception {
    CommandRun run = CommandRun.of(command, directory.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains(directory.toString(), "holds no study");
    Path file = Files.writeString(directory.resolve("study"), "");
    run = CommandRun.of(command, file.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).hasLineCount(1).contains(file.toString(), "is no directory");
  }

  @Test
  void aConfigurationThatIsNoTextIsRefused() throws Exception {
    Path conf = directory.resolve("latin.yaml");
    Files.write(conf, "name: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    CommandRun run = CommandRun.of("validate", conf.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .hasLineCount(1)
        .contains("latin.yaml: no configuration: it is not text in UTF-8, from byte 10 on");

    Files.write(conf, "\uFEFFdata: {format: digits}\n".getBytes(StandardCharsets.UTF_8));
    assertThat(CommandRun.of("validate", conf.toString()).code())
        .as("with the mark of some editors")
        .isEqualTo(ExitCode.OK);

    Files.write(conf, new byte[2 << 20]);
    run = CommandRun.of("validate", conf.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).hasLineCount(1).contains("it has 2097152 bytes");

    assertThat(CommandRun.of("validate", directory.toString()).code())
        .as("a directory")
        .isNotEqualTo(ExitCode.BUG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../elsewhere", "/tmp/x", "..", "a/b", "a\\b", "~", "c:x"})
  void aStudysNameCannotLeaveItsPlace(String name) throws Exception {
    CommandRun run = CommandRun.of("validate", "conf/digits.yaml", "--set", "name='" + name + "'");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("name:", "cannot name a directory");
  }

  @Test
  void controlCharactersOfAConfigurationDoNotReachTheTerminal() throws Exception {
    Path conf = directory.resolve("escape.yaml");
    Files.writeString(
        conf, "data: {format: \"\\e[31mred\\u009b2J\\u202e\"}\n\"\\e]0;title\\a\": 1\n");
    CommandRun run = CommandRun.of("validate", conf.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("red").doesNotContain("\u001b", "\u009b", "\u202e", "\u0007");
  }

  @Test
  void aDirectoryWithoutANetworkIsRefused() {
    CommandRun run =
        CommandRun.of("predict", "--model", "nowhere", "--data", "x.csv", "--output", "y.csv");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("nowhere", "model.json", "best directory");
  }
}
