package dev.sturgeon.cli;

import dev.sturgeon.api.SeriesAnswer;
import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sturgeon caviar}: many models in parallel. */
@Command(
    name = "caviar",
    description = "Searches: trains many configurations in parallel and saves the best network.",
    mixinStandardHelpOptions = true)
final class CaviarCommand implements Callable<Integer> {

  @Mixin private StudyOptions options;

  @Mixin private GraceOption grace;

  @Option(
      names = "--new-if-finished",
      description = {
        "DIR holds studies named after their days: goes on with the newest, or begins another one",
        "where that is finished. DIR/current names the one that counts."
      })
  private boolean newIfFinished;

  @Override
  public Integer call() throws Exception {
    return newIfFinished ? next() : StudyRun.of(options, grace.grace(), Sturgeon::search);
  }

  private int next() throws Exception {
    SeriesAnswer answer =
        StudyRun.watched(
            grace.grace(),
            (listener, stop) -> Sturgeon.searchNext(options.request(), listener, stop));
    options.output.answerAs(answer.text(), answer.json());
    return StudyRun.code(answer.finished(), answer.study());
  }
}
