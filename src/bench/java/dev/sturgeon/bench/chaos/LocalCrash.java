package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Trial;
import java.util.List;

/**
 * One configuration crashes the JVM that trains it, in local mode, so the driver's: the same
 * command goes on until the search is done. One driver dies with others beside the trial, two with
 * it alone; the fourth comes to the end.
 */
final class LocalCrash implements Fault {
  private static final int DRIVERS = 4;

  @Override
  public String name() {
    return "crash-local";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    Search search = Search.ofDeeds(ground, name(), Deeds.among(7, "crash"), "search.hangAfter=60s");
    int drivers = 0;
    int code = -1;
    while (code != 0 && drivers < 2 * DRIVERS) {
      try (JavaProcess driver = search.local()) {
        code = driver.await(Ground.PATIENCE);
      }
      drivers++;
    }
    Story story = search.story();
    return List.of(
        Finding.exactly("exitCode", code, 0),
        Finding.atMost("drivers", drivers, DRIVERS),
        Finding.exactly("quarantined", story.failed(FailureKind.KILLS_EXECUTOR), 1),
        Finding.exactly("othersCompleted", story.count(Trial.Status.COMPLETED), 7));
  }
}
