package dev.sturgeon.cli;

import dev.sturgeon.api.Explanation;
import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sturgeon explain}: why the search did with a trial what it did. */
@Command(
    name = "explain",
    description = "Says why a trial was sampled where it was, and paused, promoted or dropped.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The study directory, e.g. studies/digits.")
  private String directory;

  @Option(
      names = "--trial",
      required = true,
      paramLabel = "N",
      description = "The trial's number, such as 17; c3 is a run that confirms a configuration.")
  private String trial;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    Explanation explanation = Sturgeon.explain(directory, trial);
    output.answer(explanation.text(), explanation);
    return ExitCode.OK;
  }
}
