package dev.sturgeon.bench.search;

import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.Reserve;
import dev.sturgeon.study.SimulatedTrialExecutor;
import dev.sturgeon.study.StopRules;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyLoop;
import dev.sturgeon.study.VirtualClock;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.TrialLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * Runs studies of one data set and seed, each with another scheduler or number of workers, with the
 * real loop and journal, up to the hard target.
 *
 * <p>Trial 0 of a study is the space's default configuration. Here that is drawn at random from the
 * seed, the same for all: a lucky default would make all searches alike, and an unlucky one says
 * nothing of them.
 */
final class Race {
  /** Five times the work that random search needs for the hard target, on average. */
  private static final int MOST_TRAININGS = 500;

  private static final int MOST_TRIALS = 100_000;
  private static final Versions VERSIONS = new Versions("bench", "bench", "none", "none");

  private final Problem problem;
  private final Target target;
  private final long seed;
  private final SearchSpace space;
  private final Curves curves;

  Race(Problem problem, Target target, long seed) {
    this.problem = problem;
    this.target = target;
    this.seed = seed;
    this.space = withDefaults(problem.space(), -1 - seed);
    this.curves = new Curves(problem);
  }

  private static SearchSpace withDefaults(SearchSpace space, long seed) {
    Configuration drawn =
        new RandomSampler(space)
            .sample(new History(Target.OBJECTIVE), seed)
            .orElseThrow()
            .configuration();
    return new SearchSpace(
        space.hyperparameters().stream()
            .map(
                h ->
                    drawn.has(h.name())
                        ? new Hyperparameter(
                            h.name(), h.domain(), drawn.get(h.name()), h.condition())
                        : h)
            .toList());
  }

  /** One study. */
  Outcome run(Contenders.Contender contender, int workers)
      throws IOException, InterruptedException {
    VirtualClock clock = new VirtualClock();
    StopSignal signal = new StopSignal();
    Watch watch = new Watch(target, problem.maxEpochs(), workers, clock, signal);
    Workers surrogate = new Workers(curves, clock, problem.maxEpochs() / target.seconds());
    try (Ledger ledger = ledger(clock);
        SimulatedTrialExecutor executor = new SimulatedTrialExecutor(workers, clock, surrogate)) {
      ledger.record(birth());
      new StudyLoop(
              contender.scheduler(
                  new Contenders.Study(space, seed, problem.maxEpochs(), MOST_TRIALS)),
              executor,
              ledger,
              StopRules.ofSearch(limits(workers), signal, Reserve.none()),
              TrialLimits.USUAL,
              Inbox.open(new DiscardingStorage()),
              checkpoint -> {},
              watch)
          .run();
      return watch.outcome(surrogate.utilisation(workers));
    }
  }

  private static Ledger ledger(VirtualClock clock) throws IOException {
    JournalContents nothing = JournalContents.empty();
    return Ledger.of(
        Journal.open(new DiscardingStorage(), nothing, clock.wall(), VERSIONS, "bench"),
        nothing,
        clock);
  }

  private Limits limits(int workers) {
    double seconds = (double) MOST_TRAININGS * problem.maxEpochs() / workers;
    return new Limits(null, Duration.ofMillis((long) (seconds * 1000)), null, null, null);
  }

  private Event birth() {
    DataFacts nothing = new DataFacts("", new TreeMap<>(), 1, List.of("a", "b"), "{}");
    return new Event.StudyStarted("bench", seed, "", space, Target.OBJECTIVE, nothing);
  }
}
