package dev.sturgeon.cli;

import dev.sturgeon.api.StudyRequest;
import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.api.VersusAnswer;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sturgeon versus}: many models or one, which is the better use of the cores? */
@Command(
    name = "versus",
    description = {
      "Compares caviar and panda on the same data and splits, each with the same core-seconds, over",
      "several seeds. The verdict is by the test part, which is used for it."
    },
    mixinStandardHelpOptions = true)
final class VersusCommand implements Callable<Integer> {

  @Mixin private StudyOptions options;

  @Mixin private GraceOption grace;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Over so many seeds (default: as versus.seeds says).")
  private @Nullable Integer seeds;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = {
        "Panda begins with the best configuration of the study in this directory, whose",
        "core-seconds are charged to it (default: the seed's first random configuration)."
      })
  private @Nullable String from;

  @Override
  public Integer call() throws Exception {
    List<String> more = seeds == null ? List.of() : List.of("versus.seeds=" + seeds);
    StudyRequest request = options.request(more);
    VersusAnswer answer =
        StudyRun.watched(
            grace.grace(), (listener, stop) -> Sturgeon.versus(request, from, listener, stop));
    options.output.answerAs(answer.text(), answer.figures().toJson());
    if (!answer.figures().over()) {
      return ExitCode.STOPPED;
    }
    return answer.figures().difference() == null ? ExitCode.NOTHING_TRAINED : ExitCode.OK;
  }
}
