package dev.sturgeon.cli;

import dev.sturgeon.api.RetestAnswer;
import dev.sturgeon.api.RetestRequest;
import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.conf.RetestConf;
import dev.sturgeon.trial.Retested.Outcome;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sturgeon retest}: is the winner of a search still the winner? */
@Command(
    name = "retest",
    description = {
      "Trains the best configurations of a finished search and some fresh ones again, on its data",
      "as they are now or on others, and judges the best of them against the winner with fresh",
      "seeds. Each re-test is kept in DIR/retests."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes, besides those of all commands:%n",
    exitCodeList = {
      "0:the winner holds",
      "10:undecided",
      "11:re-tune: another configuration is better by more than the least gain",
      "12:the winner is degraded on these data, and nothing better is known"
    })
final class RetestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The study directory, e.g. studies/digits.")
  private String directory;

  @Option(
      names = "--data",
      paramLabel = "NEW",
      description = "Rows in the form of the study's data (default: its own, as they are now).")
  private @Nullable String data;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "The search's best that are trained again (default: its retest.top, 5).")
  private @Nullable Integer top;

  @Option(
      names = "--fresh",
      paramLabel = "N",
      description = "Configurations sampled anew (default: its retest.fresh, 5).")
  private @Nullable Integer fresh;

  @Option(
      names = "--selection-seeds",
      paramLabel = "N",
      description = "Seeds to choose the challenger by (default: its retest.selectionSeeds, 2).")
  private @Nullable Integer selectionSeeds;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Fresh seeds to judge it by, 2 or more (default: its retest.seeds, 5).")
  private @Nullable Integer seeds;

  @Option(
      names = "--min-gain",
      paramLabel = "GAIN",
      description = {
        "A gain up to this is not worth a new search, in the metric's unit (default: its",
        "retest.minGain, or one standard error of the winner's dev figure)."
      })
  private @Nullable Double minGain;

  @Mixin private MasterOption master;

  @Mixin private GraceOption grace;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    RetestRequest.Changes how =
        new RetestRequest.Changes(top, fresh, selectionSeeds, seeds, minGain);
    try {
      RetestConf unused = how.on(RetestConf.USUAL);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    RetestAnswer answer =
        StudyRun.watched(
            grace.grace(),
            (listener, stop) ->
                Sturgeon.retest(
                    new RetestRequest(directory, data, how, master.url), listener, stop));
    output.answerAs(answer.text(), answer.json());
    Outcome outcome = answer.figures().outcome();
    return outcome == null ? ExitCode.STOPPED : ExitCode.of(outcome, answer.trained());
  }
}
