package dev.sturgeon.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code sturgeon} command. */
@Command(
    name = "sturgeon",
    description = "Distributed hyperparameter search for neural networks on Apache Spark.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionOption.class,
    subcommands = {
      CaviarCommand.class,
      ConfirmCommand.class,
      RetestCommand.class,
      PandaCommand.class,
      NudgeCommand.class,
      VersusCommand.class,
      TrainCommand.class,
      ValidateCommand.class,
      StatusCommand.class,
      StopCommand.class,
      ExplainCommand.class,
      ReplayCommand.class,
      GradcheckCommand.class,
      PredictCommand.class,
      EvaluateCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or the study was finished before",
      "1:a bug of Sturgeon's",
      "2:the command line is wrong",
      "3:the configuration, the data or a model was refused, or a gradient is wrong,",
      "  or a replay came out another way",
      "4:the search ended without one trained network",
      "5:files could not be read or written, the cluster failed, or no driver heard a stop",
      "10, 11, 12:a re-test is undecided, advises to re-tune, finds the winner degraded",
      "130:stopped on request; the same command goes on"
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Errors())
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
  }
}
