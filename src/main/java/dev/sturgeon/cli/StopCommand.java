package dev.sturgeon.cli;

import dev.sturgeon.api.StopAnswer;
import dev.sturgeon.api.Sturgeon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sturgeon stop}: ends a study's driver, from any machine. */
@Command(
    name = "stop",
    description = {
      "Asks a running study to stop, from any machine that sees its directory. Segments that run end",
      "at their next epoch and count. The study can be taken up again."
    },
    mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The study directory, e.g. studies/digits.")
  private String directory;

  @Option(names = "--now", description = "Wait for no segment: what runs is trained again later.")
  private boolean now;

  @Mixin private BecauseOption because;

  @Option(names = "--wait", description = "Return only when the study's driver has ended.")
  private boolean wait;

  @Mixin private Output output;

  @Override
  public Integer call() throws Exception {
    StopAnswer answer = Sturgeon.stop(directory, now, because.why(), wait);
    output.answer(answer.text(), answer);
    return answer.running() && !answer.asked() ? ExitCode.TROUBLE : ExitCode.OK;
  }
}
