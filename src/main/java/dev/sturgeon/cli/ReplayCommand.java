package dev.sturgeon.cli;

import dev.sturgeon.api.Replayed;
import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sturgeon replay}: the search's decisions, asked for again. */
@Command(
    name = "replay",
    description = {
      "Feeds a study's journal through a fresh scheduler and sampler, and shows that every decision",
      "comes out the same, or the first that does not."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The study directory, e.g. studies/digits.")
  private String directory;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    Replayed replayed = Sturgeon.replay(directory);
    output.answer(replayed.text(), replayed);
    return replayed.isSame() ? ExitCode.OK : ExitCode.REFUSED;
  }
}
