package dev.sturgeon.api;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyReader;
import dev.sturgeon.conf.StudyWriter;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.JournalReader;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.study.Ledger;
import dev.sturgeon.study.Replay;
import dev.sturgeon.study.SimulatedTrialExecutor;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.study.VirtualClock;
import dev.sturgeon.train.MlpCatalogue;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A search and its confirmation in memory and virtual time, one second an epoch. */
final class PhasesBench {
  private static final String CONF =
      """
      name: phases
      data: {format: digits}
      space: {learningRate: {low: 1.0e-4, high: 1.0e-1, scale: log}}
      search: {maxTrials: 9, maxEpochs: 9, segmentEpochs: 2, sampler: random, rounds: 1}
      confirm: {seeds: 3, candidates: 4}
      """;
  private static final TrainingData DATA = TrainingData.of(rows(40), rows(100), 1);

  final MemoryStorage storage;
  final VirtualClock clock = new VirtualClock();
  StopSignal stop = new StopSignal();
  int slots = 2;
  double coreSeconds = Double.POSITIVE_INFINITY;
  StudyListener listener = StudyListener.silent();
  SimulatedTrialExecutor.Surrogate surrogate = PhasesBench::epoch;

  PhasesBench() {
    this(new MemoryStorage());
  }

  PhasesBench(MemoryStorage storage) {
    this.storage = storage;
  }

  private static Examples rows(int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
    }
    return Examples.ofClasses(new float[count], labels, 1, 2);
  }

  /** The usual configuration, with some keys replaced. */
  static StudyConf conf(String... overrides) throws Exception {
    return new StudyReader(network -> MlpCatalogue.catalogue())
        .read("phases.yaml", CONF, List.of(overrides));
  }

  /** Better the nearer the learning rate is to 0.01, and by some luck of the seed. */
  static CurvePoint epoch(Segment segment, int epoch) {
    double off = Math.abs(Math.log10(segment.configuration().real("learningRate")) + 2);
    double luck = 0.02 * new Random(segment.seed()).nextGaussian();
    double metric = 0.95 - 0.1 * off - 0.2 / epoch + luck;
    Scores scores = new Scores(1 - metric, metric);
    return new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1);
  }

  /** What a driver does with the study; its end is journaled as a driver journals it. */
  Optional<StopReason> caviar(StudyConf conf) throws Exception {
    return drive(conf, StudyPhases::run, true);
  }

  /** The same, of a search that is over. */
  Optional<StopReason> confirm(StudyConf conf) throws Exception {
    StopReason reason = Resumption.searchEnd(state()).orElseThrow();
    return drive(conf, (phases, executor) -> phases.confirm(reason, executor), false);
  }

  private interface Drive {
    Optional<StopReason> run(StudyPhases phases, TrialExecutor executor) throws Exception;
  }

  private Optional<StopReason> drive(StudyConf conf, Drive drive, boolean searches)
      throws Exception {
    JournalContents read = JournalReader.read(storage);
    Versions versions = new Versions("test", "test", "test", "test");
    try (Ledger ledger =
            Ledger.of(Journal.open(storage, read, clock.wall(), versions, "host"), read, clock);
        TrialExecutor executor = new SimulatedTrialExecutor(slots, clock, surrogate)) {
      if (ledger.state().started().isEmpty()) {
        ledger.record(birth(conf));
      }
      if (searches) {
        ledger.record(new Event.TrialsAllowed(conf.search().maxTrials()));
      }
      StudyPhases phases =
          new StudyPhases(
              conf,
              coreSeconds,
              "phases",
              storage,
              DATA,
              ledger,
              Inbox.open(storage),
              stop,
              listener);
      Optional<StopReason> ended = drive.run(phases, executor);
      ended.ifPresent(reason -> ledger.record(new Event.StudyFinished(reason, null)));
      ledger.end("");
      return ended;
    }
  }

  private static Event birth(StudyConf conf) {
    return new Event.StudyStarted(
        conf.name(),
        conf.seed(),
        StudyWriter.write(conf),
        conf.space(),
        conf.objective(),
        new DataFacts(
            "hash", new TreeMap<>(Map.of("train", 40, "dev", 100)), 1, List.of("a", "b"), "{}"));
  }

  List<Stamped> entries() throws Exception {
    return JournalReader.read(storage).entries();
  }

  StudyState state() throws Exception {
    return StudyState.from(entries());
  }

  <E extends Event> List<E> events(Class<E> kind) throws Exception {
    return entries().stream().map(Stamped::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Asks for every decision again. */
  Replay.Outcome replay(StudyConf conf) throws Exception {
    return new StudyPast(entries(), state(), conf).replay();
  }

  static List<Configuration> configurations(StudyState state) {
    return state.history().all().map(trial -> trial.configuration()).toList();
  }
}
