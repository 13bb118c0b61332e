package dev.sturgeon.cli;

import dev.sturgeon.api.Plan;
import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.api.Validation;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sturgeon validate}: checks a configuration, and looks ahead if asked to. */
@Command(
    name = "validate",
    description = {
      "Checks a configuration: all that is wrong, and what is legal but foolish.",
      "Without --plan or --measure neither the data nor Spark are touched."
    },
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  @Mixin private StudyOptions options;

  @Option(
      names = "--plan",
      description = {
        "Read the data too, and show the first ten configurations, the memory needed on driver and",
        "executors, and suggested settings of Spark."
      })
  private boolean plan;

  @Option(
      names = "--measure",
      description = {
        "As --plan, and train the default configuration and then the others for some epochs, to",
        "predict core-hours and the end of the search."
      })
  private boolean measure;

  @Override
  public Integer call() throws Exception {
    return plan || measure ? plan() : validate();
  }

  private int validate() throws Exception {
    Validation validation = Sturgeon.validate(options.request());
    StringBuilder text = new StringBuilder(validation.study() + ": the configuration is valid");
    validation.space().forEach(line -> text.append("\n  ").append(line));
    validation.advice().forEach(line -> text.append("\nadvice: ").append(line));
    options.output.answer(text.toString(), validation);
    return ExitCode.OK;
  }

  private int plan() throws Exception {
    if (measure) {
      System.err.println("reading the data and timing short trials, of at least one epoch each");
    }
    Plan ahead = Sturgeon.plan(options.request(), measure);
    options.output.answer(ahead.text(ZoneId.systemDefault()), ahead);
    return ahead.refused() ? ExitCode.REFUSED : ExitCode.OK;
  }
}
