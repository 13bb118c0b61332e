package dev.sturgeon.cli;

import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.report.StatusText;
import dev.sturgeon.report.StudyStatus;
import java.time.ZoneId;
import java.util.Stack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sturgeon status}: how a study stands. */
@Command(
    name = "status",
    description = "Shows how a study stands, running or not; touches nothing.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  /** To the upper left, then erase the screen. */
  private static final String CLEAR = "\u001b[H\u001b[2J";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The study directory, e.g. studies/digits.")
  private String directory;

  @Option(
      names = "--watch",
      arity = "0..1",
      parameterConsumer = Seconds.class,
      paramLabel = "SECONDS",
      description = "Show it again every so many seconds (2 if not said) until the study ends.")
  private @Nullable Integer seconds;

  @Mixin private Output output;

  /** A number is how often; anything else is what comes next on the command line. */
  static final class Seconds implements IParameterConsumer {
    private static final int USUAL = 2;

    @Override
    public void consumeParameters(Stack<String> given, ArgSpec option, CommandSpec command) {
      boolean said = !given.isEmpty() && given.peek().matches("-?\\d+");
      option.setValue(said ? Integer.valueOf(given.pop()) : Integer.valueOf(USUAL));
    }
  }

  @Override
  public Integer call() throws Exception {
    if (seconds != null && seconds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--watch is " + seconds + " but must be 1 or more");
    }
    StudyStatus status = show("");
    while (seconds != null && status.state().isOpen()) {
      Thread.sleep(seconds * 1000L);
      status = show(output.isJson() || !isTerminal() ? "" : CLEAR);
    }
    return ExitCode.OK;
  }

  /** Before Java 22 there is a console only where there is a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null;
  }

  private StudyStatus show(String before) throws Exception {
    StudyStatus status = Sturgeon.status(directory);
    System.out.print(before);
    output.answer(StatusText.of(status, ZoneId.systemDefault()), status);
    return status;
  }
}
