package dev.sturgeon.bench.chaos;

import dev.sturgeon.api.Sturgeon;
import dev.sturgeon.cluster.JavaProcess;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One executor of two is killed again and again, each time when both train and what the one before
 * held has been trained elsewhere.
 */
final class ExecutorKills implements Fault {
  /** What Spark's scheduler writes when it notices, with the time before it. */
  private static final Pattern NOTICED = Pattern.compile("(\\d{13}) .*Lost executor (\\d+) on");

  private static final String LOG =
      """
      rootLogger.level = warn
      rootLogger.appenderRef.stderr.ref = stderr
      appender.stderr.type = Console
      appender.stderr.name = stderr
      appender.stderr.target = SYSTEM_ERR
      appender.stderr.layout.type = PatternLayout
      appender.stderr.layout.pattern = %d{UNIX_MILLIS} %p %c{1}: %m%n%ex
      """;

  @Override
  public String name() {
    return "executor-kills";
  }

  @Override
  public List<Finding> cause(Ground ground) throws Exception {
    int kills = ground.times(50);
    Search search =
        Search.misbehaving(
            ground,
            "executor-kills",
            "data.sample=0.3",
            "space.misdeed=none",
            "space.learningRate={low: 0.001, high: 0.1, scale: log}",
            "search={scheduler: full, sampler: random, maxTrials: 100000, maxEpochs: 20,"
                + " segmentEpochs: 5, gradientCheck: false}");
    Path log = Files.writeString(ground.directory().resolve("executor-kills.properties"), LOG);
    try (JavaProcess driver =
        search.onCluster(List.of("-Dlog4j2.configurationFile=" + log.toUri()), Map.of())) {
      for (int turn = 0; losses(Ground.await(search, driver, busy(turn))) < kills; turn++) {
        ground.cluster().killAnExecutor(turn);
      }
      Sturgeon.stop(search.study().toString(), false, "enough", false);
      driver.await(Ground.PATIENCE);
      return findings(search.story(), driver.stderr());
    }
  }

  /** So many losses are over, all that was lost is further now, and both slots train. */
  private static Predicate<Story> busy(int losses) {
    return story -> {
      StudyState state = story.state();
      return falls(story) >= losses
          && state.slots() == 2
          && state.open().size() >= 2
          && story.trials().stream().noneMatch(t -> state.suspects().of(t.id()).isPresent())
          && story.ends() > 2;
    };
  }

  private static int losses(Story story) {
    return story.all(Event.WorkerLost.class).size();
  }

  /** How often there was a slot less. An executor that had no segment just then is lost quietly. */
  private static int falls(Story story) {
    int falls = 0;
    int slots = 0;
    for (Event.SlotsChanged change : story.all(Event.SlotsChanged.class)) {
      falls += change.slots() < slots ? 1 : 0;
      slots = change.slots();
    }
    return falls;
  }

  private static List<Finding> findings(Story story, String log) {
    Map<String, Long> noticed = new TreeMap<>();
    Matcher lines = NOTICED.matcher(log);
    while (lines.find()) {
      noticed.putIfAbsent(lines.group(2), Long.valueOf(lines.group(1)));
    }
    Map<Long, TrialId> trials = story.trialsByToken();
    List<Double> seconds = new ArrayList<>();
    int lost = 0;
    int never = 0;
    for (int i = 0; i < story.entries().size(); i++) {
      if (story.entries().get(i).event() instanceof Event.WorkerLost loss) {
        for (long token : loss.open()) {
          lost++;
          Optional<Stamped> again = next(story, i, trials.get(token));
          if (again.isEmpty() || !noticed.containsKey(loss.worker())) {
            never++;
          } else {
            seconds.add((again.get().at().toEpochMilli() - noticed.get(loss.worker())) * 1e-3);
          }
        }
      }
    }
    return List.of(
        Finding.known("kills", falls(story)),
        Finding.atLeast("killsWithSegments", losses(story), 1),
        Finding.atLeast("segmentsLost", lost, 1),
        Finding.exactly("neverReissued", never, 0),
        Finding.atMost(
            "secondsToReissue.median",
            seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElse(0.0),
            5),
        Finding.atMost(
            "secondsToReissue.longest",
            seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0),
            5),
        Finding.exactly("trialsLost", story.count(Trial.Status.FAILED), 0),
        Finding.exactly("repeatedSegments", story.repeated(), 0),
        Finding.known("trialsCompleted", story.count(Trial.Status.COMPLETED)));
  }

  private static Optional<Stamped> next(Story story, int after, @Nullable TrialId trial) {
    return story.entries().stream()
        .skip(after)
        .filter(
            entry ->
                entry.event() instanceof Event.SegmentIssued issued
                    && issued.segment().trial().equals(trial))
        .findFirst();
  }
}
