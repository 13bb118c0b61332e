package dev.sturgeon.study;

import dev.sturgeon.journal.Author;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Fence;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.sample.Sampler;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.schedule.Births;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.schedule.FullBudget;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.store.Patience;
import dev.sturgeon.study.SimulatedTrialExecutor.Surrogate;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A study in memory and virtual time, to be set up by a test. */
final class Bench {
  static final SearchSpace SPACE =
      new SearchSpace(List.of(Hyperparameter.of("x", RealDomain.of(0, 1, Scale.LINEAR))));
  private static final Sampler SAMPLER =
      (history, seed) ->
          Optional.of(
              Suggestion.of(SPACE.at(new double[] {new Random(seed).nextDouble()}), "uniform"));

  final MemoryStorage storage;
  final VirtualClock clock = new VirtualClock();
  StopSignal signal = new StopSignal();
  final List<CheckpointRef> discarded = new ArrayList<>();
  final List<String> told = new ArrayList<>();

  Budget budget = new Budget(10, 4, 2);
  Function<Births, Scheduler> scheduler = FullBudget::new;
  Limits limits = Limits.none();
  Reserve reserve = Reserve.none();
  TrialLimits trialLimits = TrialLimits.USUAL;
  int slots = 2;

  /** Where the report of the driver before lies; empty where its Java did not crash. */
  String crash = "";

  Metric metric = Metric.ACCURACY;
  Surrogate surrogate = (segment, epoch) -> point(epoch, segment.configuration().real("x"));
  UnaryOperator<TrialExecutor> around = executor -> executor;

  Bench() {
    this(new MemoryStorage());
  }

  Bench(MemoryStorage storage) {
    this.storage = storage;
  }

  /** A point with this dev metric; one second long. */
  static CurvePoint point(int epoch, double metric) {
    Scores scores = new Scores(1 + 1.0 / epoch, metric);
    return new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1);
  }

  /** Runs the study, or goes on with it. */
  StudyOutcome run() throws IOException, InterruptedException {
    JournalContents read = JournalReader.read(storage);
    Versions versions = new Versions("test", "test", "test", "test");
    Author author = new Author(versions, "host", "me", crash, Fence.NONE, Patience.none());
    try (Ledger ledger = Ledger.of(Journal.open(storage, read, clock.wall(), author), read, clock);
        TrialExecutor executor =
            around.apply(new SimulatedTrialExecutor(slots, clock, surrogate))) {
      if (ledger.state().started().isEmpty()) {
        ledger.record(birth(metric));
      }
      if (ledger.state().trialsAllowed() != budget.trials()) {
        ledger.record(new Event.TrialsAllowed(budget.trials()));
      }
      if (!StopRules.stopAtOnce(limits, reserve, ledger.state())) {
        Reopening.of(ledger, trialLimits, checkpoint -> !discarded.contains(checkpoint));
      }
      return new StudyLoop(
              scheduler(),
              executor,
              ledger,
              StopRules.ofSearch(limits, signal, reserve),
              trialLimits,
              Inbox.open(storage),
              discarded::add,
              new Notes())
          .run();
    }
  }

  /** A scheduler that knows nothing yet. */
  Scheduler scheduler() {
    return scheduler.apply(Births.of(SPACE, SAMPLER, 1, budget));
  }

  /** The journal's entries. */
  List<Stamped> entries() throws IOException {
    return JournalReader.read(storage).entries();
  }

  /** The state as the journal tells it. */
  StudyState replayed() throws IOException {
    return StudyState.from(JournalReader.read(storage).entries());
  }

  /** The journal's events of a kind. */
  <E extends Event> List<E> events(Class<E> kind) throws IOException {
    return JournalReader.read(storage).entries().stream()
        .map(Stamped::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  static Event birth(Metric metric) {
    return new Event.StudyStarted(
        "bench",
        1,
        "name: bench\n",
        SPACE,
        new Objective(metric, Objective.ClassWeights.NONE),
        new DataFacts("hash", new TreeMap<>(), 1, List.of("a", "b"), "{}"));
  }

  /** Writes down what the listener is told. */
  private final class Notes implements StudyListener {
    @Override
    public void note(String sentence) {
      told.add("noted " + sentence);
    }

    @Override
    public void slots(int now) {
      told.add("slots " + now);
    }

    @Override
    public void noSlots(long seconds) {
      told.add("no slots for " + seconds + " s");
    }

    @Override
    public void trialStarted(Trial trial) {
      told.add("started " + trial.id());
    }

    @Override
    public void segmentLost(Segment segment, String message) {
      told.add("lost " + segment.trial() + ": " + message);
    }

    @Override
    public void trialEnded(Trial trial) {
      told.add("ended " + trial.id() + " " + trial.status());
    }

    @Override
    public void newBest(Trial trial) {
      told.add("best " + trial.id());
    }

    @Override
    public void stopping(StopReason reason, String detail, int running) {
      told.add("stopping " + reason + " with " + running + " running");
    }
  }
}
