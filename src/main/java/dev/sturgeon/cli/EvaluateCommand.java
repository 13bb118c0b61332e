package dev.sturgeon.cli;

import dev.sturgeon.api.EvaluateRequest;
import dev.sturgeon.api.Evaluated;
import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sturgeon evaluate}: measures a saved network. */
@Command(
    name = "evaluate",
    description = "Prints a saved network's metrics on labelled rows.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private ModelOptions options;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Labelled rows in the form of the training data (default: the test part).")
  private @Nullable String data;

  @Override
  public Integer call() throws Exception {
    Evaluated evaluated =
        Sturgeon.evaluate(new EvaluateRequest(options.model, data, options.master.url));
    options.output.warn(evaluated.warnings());
    options.output.answer(evaluated.text(), evaluated);
    return ExitCode.OK;
  }
}
