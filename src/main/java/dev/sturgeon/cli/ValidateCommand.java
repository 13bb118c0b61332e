package dev.sturgeon.cli;

import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.api.Validation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sturgeon validate}: checks a configuration without training. */
@Command(
    name = "validate",
    description = "Checks a configuration: all that is wrong, and what is legal but foolish.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  @Mixin private StudyOptions options;

  @Override
  public Integer call() throws Exception {
    Validation validation = Sturgeon.validate(options.request());
    StringBuilder text = new StringBuilder(validation.study() + ": the configuration is valid");
    validation.space().forEach(line -> text.append("\n  ").append(line));
    validation.advice().forEach(line -> text.append("\nadvice: ").append(line));
    options.output.answer(text.toString(), validation);
    return ExitCode.OK;
  }
}
