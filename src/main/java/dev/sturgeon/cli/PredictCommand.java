package dev.sturgeon.cli;

import dev.sturgeon.api.PredictRequest;
import dev.sturgeon.api.Sturgeon;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sturgeon predict}: scores new rows. */
@Command(
    name = "predict",
    description = "Scores new rows with a saved network and its preprocessing.",
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {

  @Mixin private ModelOptions options;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "The rows to score, in the form of the training data; no label needed.")
  private String data;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The CSV file to write: label, probabilities and the kept columns.")
  private String file;

  @Option(
      names = "--keep",
      split = ",",
      paramLabel = "COLUMN",
      description = "Input columns to copy to the output, separated by commas.")
  private List<String> keep = List.of();

  @Override
  public Integer call() throws Exception {
    List<String> warnings =
        Sturgeon.predict(new PredictRequest(options.model, data, file, keep, options.master.url));
    options.output.warn(warnings);
    options.output.answer("scored into " + file, Map.of("output", file, "warnings", warnings));
    return ExitCode.OK;
  }
}
