package dev.sturgeon.bench.chaos;

import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Trial;
import java.util.List;

/** Six trials of twenty throw in their first step. */
final class ThrowingTrials implements Fault {

  @Override
  public String name() {
    return "throws";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    Search search = Search.ofDeeds(ground, name(), Deeds.thirtyPercent("throw"));
    int code = Deeds.run(search);
    Story story = search.story();
    int retried =
        (int) story.told("throw").stream().filter(trial -> story.issued(trial.id()) > 1).count();
    return List.of(
        Finding.exactly("exitCode", code, 0),
        Finding.exactly("failed", story.failed(FailureKind.EXCEPTION), 6),
        Finding.exactly("completed", story.count(Trial.Status.COMPLETED), 14),
        Finding.exactly("retried", retried, 0));
  }
}
