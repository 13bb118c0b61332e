package dev.sturgeon.cli;

import dev.sturgeon.api.NudgeAnswer;
import dev.sturgeon.api.NudgeRequest;
import dev.sturgeon.api.StopAnswer;
import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sturgeon nudge}: orders to a panda, from any machine. */
@Command(
    name = "nudge",
    description = {
      "Changes a model in training, from any machine that sees its directory. It holds from the next",
      "segment on, is journaled with who, when and why, and outlives a crash."
    },
    mixinStandardHelpOptions = true)
final class NudgeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The study directory, e.g. studies/digits-panda.")
  private String directory;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A hyperparameter's new value, e.g. learningRate=0.003. Repeatable.")
  private List<String> assignments = List.of();

  @Option(
      names = "--at-epoch",
      paramLabel = "N",
      description = "Change it when so many epochs are trained (default: at once).")
  private @Nullable Integer atEpoch;

  @Option(
      names = "--rollback",
      paramLabel = "EPOCH",
      description = "Go on from the checkpoint of this epoch; 0 begins anew.")
  private @Nullable Integer rollback;

  @Option(names = "--pause", description = "Train no further until --resume.")
  private boolean pause;

  @Option(names = "--resume", description = "Train on after a pause.")
  private boolean resume;

  @Option(names = "--stop", description = "The same as the command stop.")
  private boolean stop;

  @Mixin private BecauseOption because;

  @Mixin private Output output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Order.Kind kind = kind();
    String why = because.why();
    if (kind == null) {
      StopAnswer answer = Sturgeon.stop(directory, false, why, false);
      output.answer(answer.text(), answer);
      return answer.running() && !answer.asked() ? ExitCode.TROUBLE : ExitCode.OK;
    }
    NudgeAnswer answer = Sturgeon.nudge(new NudgeRequest(directory, kind, values(), epoch(), why));
    output.answer(answer.text(), answer);
    return ExitCode.OK;
  }

  /** The one thing that is asked; null to stop. */
  private Order.@Nullable Kind kind() {
    List<Order.Kind> kinds = new ArrayList<>();
    if (rollback != null) {
      kinds.add(Order.Kind.ROLLBACK);
    } else if (!assignments.isEmpty()) {
      kinds.add(Order.Kind.NUDGE);
    }
    if (pause) {
      kinds.add(Order.Kind.PAUSE);
    }
    if (resume) {
      kinds.add(Order.Kind.RESUME);
    }
    if (kinds.size() + (stop ? 1 : 0) != 1) {
      throw wrong("give one of --set, --rollback, --pause, --resume and --stop");
    }
    if (atEpoch != null && !kinds.contains(Order.Kind.NUDGE)) {
      throw wrong("--at-epoch says when --set is to hold, without --rollback");
    }
    return stop ? null : kinds.get(0);
  }

  private int epoch() {
    Integer epoch = rollback == null ? atEpoch : rollback;
    if (epoch != null && epoch < 0) {
      throw wrong("an epoch is 0 or more, not " + epoch);
    }
    return epoch == null ? 0 : epoch;
  }

  private SortedMap<String, Value> values() {
    try {
      return NudgeRequest.values(assignments);
    } catch (IllegalArgumentException e) {
      throw wrong("--set: " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
