package dev.sturgeon.cli;

import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sturgeon panda}: one model, watched and nudged. */
@Command(
    name = "panda",
    description = {
      "Trains one model in short segments, watches its learning curve, and changes its",
      "hyperparameters as it goes: by the rules of the configuration, and as nudge orders."
    },
    mixinStandardHelpOptions = true)
final class PandaCommand implements Callable<Integer> {

  @Mixin private StudyOptions options;

  @Mixin private GraceOption grace;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Trains the best configuration of the study in this directory.")
  private @Nullable String from;

  @Override
  public Integer call() throws Exception {
    return StudyRun.of(
        options,
        grace.grace(),
        (request, listener, stop) -> Sturgeon.panda(request, from, listener, stop));
  }
}
