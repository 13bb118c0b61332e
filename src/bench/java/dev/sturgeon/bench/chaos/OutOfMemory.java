package dev.sturgeon.bench.chaos;

import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Trial;
import java.util.List;

/** One trial fills its executor's native memory, another one the heap. */
final class OutOfMemory implements Fault {

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    Search search = Search.ofDeeds(ground, name(), Deeds.among(10, "native", "heap"));
    int code = Deeds.run(search);
    Story story = search.story();
    // Where the heap is full, other threads of the executor may be the ones that find out.
    int failed = story.failed(FailureKind.OUT_OF_MEMORY, FailureKind.KILLS_EXECUTOR);
    return List.of(
        Finding.exactly("exitCode", code, 0),
        Finding.exactly("failedForMemory", failed, 2),
        Finding.exactly("neighboursCompleted", story.count(Trial.Status.COMPLETED), 10),
        Finding.exactly("lost", story.trials().size() - failed - 10, 0),
        Finding.known("executorsLost", story.state().workersLost()));
  }
}
