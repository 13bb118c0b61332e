package dev.sturgeon.cli;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a study may take to end when its machine is taken away. */
final class GraceOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      defaultValue = "25",
      description =
          "At SIGTERM, the epochs that run may take so long to end (default: ${DEFAULT-VALUE}).")
  private int seconds;

  Duration grace() {
    if (seconds < 0) {
      throw new ParameterException(
          spec.commandLine(), "--grace is " + seconds + " but must be 0 or more");
    }
    return Duration.ofSeconds(seconds);
  }
}
