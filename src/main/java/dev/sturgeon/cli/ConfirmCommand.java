package dev.sturgeon.cli;

import dev.sturgeon.api.ConfirmRequest;
import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.conf.ConfirmConf;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sturgeon confirm}: is the best of a search really the best? */
@Command(
    name = "confirm",
    description = {
      "Trains the best configurations of a search that has ended again, with fresh seeds, compares",
      "them seed by seed, leaves the winner in best/ and measures it on the test part, once."
    },
    mixinStandardHelpOptions = true)
final class ConfirmCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The study directory, e.g. studies/digits.")
  private String directory;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Runs of each candidate, 2 or more (default: as the study's confirm.seeds).")
  private @Nullable Integer seeds;

  @Option(
      names = "--again",
      description = "Also where that is done: with other fresh seeds. The test part is left alone.")
  private boolean again;

  @Mixin private MasterOption master;

  @Mixin private GraceOption grace;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    Integer runs = seeds;
    int least = ConfirmConf.LEAST_SEEDS;
    int most = ConfirmConf.MOST_SEEDS;
    if (runs != null && (runs < least || runs > most)) {
      throw new ParameterException(
          spec.commandLine(),
          "--seeds is %d but must be from %d to %d".formatted(runs, least, most));
    }
    return StudyRun.of(
        output,
        grace.grace(),
        (listener, stop) ->
            Sturgeon.confirm(
                new ConfirmRequest(directory, runs, again, master.url), listener, stop));
  }
}
