package dev.sturgeon.bench.chaos;

import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The wall clock of the driver's process is put forward by an hour in the middle of a search on the
 * cluster, and then back to an hour behind the machine's; libfaketime does that to it alone.
 */
final class MovedDriverClock implements Fault {
  private static final int TRIALS = 30;
  private static final String LIBRARY = "libfaketimeMT.so.1";

  @Override
  public String name() {
    return "faketime";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    Optional<Path> library = library();
    if (library.isEmpty()) {
      return List.of(
          new Finding("skipped", LIBRARY + " is not there", "install the package faketime", false));
    }
    Path offset = Files.writeString(ground.directory().resolve(ground.name(name())), "+0");
    Search search =
        Search.misbehaving(
            ground,
            name(),
            "data.sample=0.3",
            "space.misdeed=none",
            "space.learningRate={low: 0.001, high: 0.1, scale: log}",
            "search={scheduler: full, sampler: random, maxEpochs: 40, segmentEpochs: 10,"
                + " hangAfter: 5m, maxTrialDuration: 10m, gradientCheck: false, maxTrials: "
                + TRIALS
                + "}");
    Map<String, String> environment =
        Map.of(
            "LD_PRELOAD", library.get().toString(),
            "FAKETIME_TIMESTAMP_FILE", offset.toString(),
            "FAKETIME_CACHE_DURATION", "1",
            // Without this libfaketime 0.9.10 has every timed wait of a JVM return at once.
            "FAKETIME_FORCE_MONOTONIC_FIX", "0",
            "FAKETIME_DONT_FAKE_MONOTONIC", "1",
            "DONT_FAKE_MONOTONIC", "1");
    try (JavaProcess driver = search.onCluster(List.of(), environment)) {
      Ground.await(search, driver, story -> story.ends() >= 20);
      Files.writeString(offset, "+1h");
      Ground.await(search, driver, story -> story.ends() >= 60);
      Files.writeString(offset, "-1h");
      int code = driver.await(Ground.PATIENCE);
      Story story = search.story();
      return List.of(
          Finding.exactly("exitCode", code, 0),
          Finding.atLeast("jumpsSeen", jumps(story), 2),
          Finding.exactly("completed", story.count(Trial.Status.COMPLETED), TRIALS),
          Finding.exactly("failed", story.count(Trial.Status.FAILED), 0),
          Finding.exactly("timedOut", story.all(Event.TrialExpired.class).size(), 0),
          Finding.exactly("blamed", blamed(story), 0),
          Finding.exactly("repeatedSegments", story.repeated(), 0),
          Finding.known("executorsDropped", story.all(Event.WorkerLost.class).size()));
    }
  }

  private static Optional<Path> library() throws IOException {
    try (Stream<Path> found =
        Files.find(Path.of("/usr/lib"), 4, (path, is) -> path.endsWith(LIBRARY))) {
      return found.findFirst();
    }
  }

  /** How often the journal's wall clock moved by more than half an hour from event to event. */
  private static int jumps(Story story) {
    int jumps = 0;
    Stamped last = story.entries().get(0);
    for (Stamped entry : story.entries()) {
      jumps += Duration.between(last.at(), entry.at()).abs().toMinutes() > 30 ? 1 : 0;
      last = entry;
    }
    return jumps;
  }

  /** Losses that make suspects of what was on the executor. */
  private static int blamed(Story story) {
    return (int)
        story.all(Event.WorkerLost.class).stream().filter(lost -> !lost.blameless()).count();
  }
}
