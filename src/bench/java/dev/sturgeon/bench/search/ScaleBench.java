package dev.sturgeon.bench.search;

import dev.sturgeon.bench.Figures;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.schedule.Asha;
import dev.sturgeon.schedule.Births;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.Replay;
import dev.sturgeon.study.Reserve;
import dev.sturgeon.study.SimulatedTrialExecutor;
import dev.sturgeon.study.StopRules;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.study.StudyLoop;
import dev.sturgeon.study.VirtualClock;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.TrialLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * A search of very many trials on very many simulated workers, with its journal on local disk: how
 * many decisions a second, how much memory, how long until a stopped one goes on.
 */
public final class ScaleBench {
  private static final int WORKERS = 1000;
  private static final int TRIALS = 100_000;
  private static final List<Integer> RUNGS = List.of(1, 3, 9, 27);
  private static final Versions VERSIONS = new Versions("bench", "bench", "none", "none");
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of("x", RealDomain.of(0, 1, Scale.LINEAR)),
              Hyperparameter.of("y", RealDomain.of(1e-4, 1, Scale.LOG))));

  private ScaleBench() {}

  /** Runs the benchmark; the arguments may be other numbers of trials and workers. */
  public static void main(String[] args) throws Exception {
    int trials = args.length > 0 ? Integer.parseInt(args[0]) : TRIALS;
    int workers = args.length > 1 ? Integer.parseInt(args[1]) : WORKERS;
    Path directory = Files.createTempDirectory("sturgeon-scale");
    LocalStorage storage = new LocalStorage(directory);
    Figures.print("scale.trials", trials, "-");
    Figures.print("scale.workers", workers, "-");

    long start = System.nanoTime();
    long decisions = search(storage, trials / 2, workers);
    double seconds = (System.nanoTime() - start) / 1e9;
    Figures.print("scale.decisions", decisions, "-");
    Figures.print("scale.decisionsPerSecond", decisions / seconds, "-");

    start = System.nanoTime();
    JournalContents read = JournalReader.read(storage);
    Figures.print("scale.resume.read.seconds", (System.nanoTime() - start) / 1e9, "-");
    start = System.nanoTime();
    long more = search(storage, trials, workers);
    Figures.print("scale.resumed.decisions", more, "-");
    Figures.print("scale.resumed.seconds", (System.nanoTime() - start) / 1e9, "-");
    Figures.print("scale.heap.mb", usedHeap(), "-");
    Figures.print("scale.events", read.entries().size(), "-");

    start = System.nanoTime();
    Replay.Outcome outcome =
        new Replay(allowed -> scheduler(allowed), (entry, state, replay) -> {})
            .run(JournalReader.read(storage).entries());
    Figures.print("scale.replay.decisions", outcome.decisions(), "-");
    Figures.print("scale.replay.differences", outcome.difference().isPresent() ? 1 : 0, "0");
    Figures.print("scale.replay.seconds", (System.nanoTime() - start) / 1e9, "-");
  }

  private static long search(LocalStorage storage, int trials, int workers) throws Exception {
    JournalContents past = JournalReader.read(storage);
    VirtualClock clock = new VirtualClock();
    Counter counter = new Counter();
    try (Ledger ledger =
            Ledger.of(Journal.open(storage, past, clock.wall(), VERSIONS, "bench"), past, clock);
        SimulatedTrialExecutor executor =
            new SimulatedTrialExecutor(workers, clock, counter::epoch)) {
      if (ledger.state().started().isEmpty()) {
        DataFacts nothing = new DataFacts("", new TreeMap<>(), 1, List.of("a", "b"), "{}");
        ledger.record(new Event.StudyStarted("scale", 1, "", SPACE, Target.OBJECTIVE, nothing));
      }
      ledger.record(new Event.TrialsAllowed(trials));
      new StudyLoop(
              scheduler(trials),
              executor,
              ledger,
              StopRules.ofSearch(Limits.none(), new StopSignal(), Reserve.none()),
              TrialLimits.USUAL,
              Inbox.open(storage),
              checkpoint -> {},
              StudyListener.silent())
          .run();
    }
    return counter.segments;
  }

  private static Scheduler scheduler(int trials) {
    Budget budget = new Budget(trials, 27, 27);
    return new Asha(
        Births.of(SPACE, new RandomSampler(SPACE), 1, budget), Target.OBJECTIVE, 3, RUNGS);
  }

  private static double usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  /** A learning curve that rises to what the configuration is worth; counts segments. */
  private static final class Counter {
    private long segments;

    CurvePoint epoch(Segment segment, int epoch) {
      segments += epoch == segment.fromEpoch() + 1 ? 1 : 0;
      double x = segment.configuration().real("x");
      Scores scores = new Scores(1 + 1.0 / epoch, x - 0.1 / epoch);
      // Some arrive at the same moment, as they do where writing the journal takes a moment.
      return new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1 + Math.rint(10 * x) / 10);
    }
  }
}
