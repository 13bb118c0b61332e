package dev.sturgeon.cli;

import dev.sturgeon.api.GradientChecked;
import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sturgeon gradcheck}: back-propagation against the loss itself. */
@Command(
    name = "gradcheck",
    description = {
      "Checks the gradient of the default configuration's network against differences of its loss,",
      "in double precision: a difference below 1e-7 is good, one above 1e-3 wrong."
    },
    mixinStandardHelpOptions = true)
final class GradcheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private StudyOptions options;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "16",
      description = "Rows of the mini-batch it is checked on (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Override
  public Integer call() throws Exception {
    if (rows < 2) {
      throw new ParameterException(
          spec.commandLine(), "--rows is " + rows + " but must be 2 or more");
    }
    System.err.println("checking the gradient, in a JVM of its own; large networks take minutes");
    GradientChecked checked = Sturgeon.gradcheck(options.request(), rows);
    options.output.warn(checked.warnings());
    options.output.answer(checked.text(), checked);
    return checked.isWrong() ? ExitCode.REFUSED : ExitCode.OK;
  }
}
