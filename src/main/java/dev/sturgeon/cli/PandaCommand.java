package dev.sturgeon.cli;

import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sturgeon panda}: one model, watched and nudged. */
@Command(
    name = "panda",
    description = "Trains one model, watches its learning curve and nudges its hyperparameters as it goes.",
    mixinStandardHelpOptions = true)
final class PandaCommand implements Callable<Integer> {

  @Mixin private StudyOptions options;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Trains the best configuration of the study in this directory.")
  private @Nullable String from;

  @Override
  public Integer call() throws Exception {
    return StudyRun.of(
        options, (request, listener, stop) -> Sturgeon.panda(request, from, listener, stop));
  }
}
