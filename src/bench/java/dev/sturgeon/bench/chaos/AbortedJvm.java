package dev.sturgeon.bench.chaos;

import dev.sturgeon.journal.Event;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Map;

/** One configuration ends the JVM that trains it. */
final class AbortedJvm implements Fault {

  @Override
  public String name() {
    return "abort";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    Search search = Search.ofDeeds(ground, name(), Deeds.among(7, "abort"));
    int code = Deeds.run(search);
    Story story = search.story();
    Map<Long, TrialId> trials = story.trialsByToken();
    Trial bad = story.told("abort").get(0);
    int killed =
        (int)
            story.all(Event.WorkerLost.class).stream()
                .filter(
                    lost ->
                        lost.open().stream().anyMatch(token -> bad.id().equals(trials.get(token))))
                .count();
    return List.of(
        Finding.exactly("exitCode", code, 0),
        Finding.exactly("quarantined", story.failed(FailureKind.KILLS_EXECUTOR), 1),
        Finding.exactly("executorsItKilled", killed, 2),
        Finding.exactly("othersCompleted", story.count(Trial.Status.COMPLETED), 7));
  }
}
