package dev.sturgeon.cli;

import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sturgeon caviar}: many models in parallel. */
@Command(
    name = "caviar",
    description = "Searches: trains many configurations in parallel and saves the best network.",
    mixinStandardHelpOptions = true)
final class CaviarCommand implements Callable<Integer> {

  @Mixin private StudyOptions options;

  @Mixin private GraceOption grace;

  @Override
  public Integer call() throws Exception {
    return StudyRun.of(options, grace.grace(), Sturgeon::search);
  }
}
