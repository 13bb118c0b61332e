package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.panda.Knobs;
import dev.sturgeon.panda.Rule;
import dev.sturgeon.panda.Rules;
import dev.sturgeon.panda.Setting;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.schedule.Panda;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A panda in the study loop, on a made-up network, to be set up and ordered about by a test. */
final class PandaBench {
  static final int EPOCHS = 24;
  static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of("learningRate", RealDomain.of(1e-5, 10, Scale.LOG)),
              Hyperparameter.of("units", new FixedDomain(Value.of(8L))),
              Hyperparameter.of("l2", new FixedDomain(Value.of(0.0)))));

  final Bench bench = new Bench();
  final LearningModel network = new LearningModel();
  final List<Rule> rules = new ArrayList<>();
  double rate = 0.01;
  int branches = 1;
  int horizon = 3;
  Knobs knobs = new Knobs(SPACE);
  private int sent;

  PandaBench(int epochs, int segmentEpochs) {
    bench.surrogate = network;
    bench.budget = new Budget(1, epochs, segmentEpochs);
    bench.scheduler = births -> panda();
  }

  Panda panda() {
    Objective objective = new Objective(bench.metric, Objective.ClassWeights.NONE);
    int segment = bench.budget.segmentEpochs();
    return new Panda(
        Suggestion.of(SPACE.complete(Map.of("learningRate", Value.of(rate))), "test"),
        1,
        bench.budget,
        branches,
        rules,
        new Setting(SPACE, objective, 1000, LearningModel.CHANCE, segment, horizon),
        knobs);
  }

  /** The rules there are. */
  void useAllRules() {
    Rules.names().forEach(this::use);
  }

  void use(String rule) {
    rules.add(Rules.make(rule, Rules.thresholds(rule)));
  }

  /** Runs to the end. Every decision follows from the journal alone. */
  StudyState run() throws Exception {
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.BUDGET);
    assertReplays();
    return outcome.state();
  }

  /** Runs to the end; the one model that is left then. */
  Trial left() throws Exception {
    List<Trial> all = run().history().trials();
    List<Trial> left =
        all.stream().filter(trial -> trial.status() == Trial.Status.COMPLETED).toList();
    assertThat(left)
        .as(
            "one model is left of %s",
            all.stream()
                .map(trial -> trial.id() + " " + trial.status() + " " + trial.epoch())
                .toList())
        .hasSize(1);
    return left.get(0);
  }

  static double loss(Trial trial) {
    return trial.curve().get(trial.curve().size() - 1).dev().loss();
  }

  /** What the loss is at the end with the same rate and nobody who watches. */
  double lossWithoutRules() throws Exception {
    PandaBench without = new PandaBench(bench.budget.maxEpochs(), bench.budget.segmentEpochs());
    without.rate = rate;
    return loss(without.left());
  }

  /** Runs until the model is lost; what is said then. */
  String lost() throws Exception {
    Throwable thrown = catchThrowable(bench::run);
    assertThat(thrown).isInstanceOf(LostModelException.class);
    assertReplays();
    return String.valueOf(thrown.getMessage());
  }

  /** Runs until the driver is killed, as it hands out such a segment. */
  void killed(Predicate<Segment> when) {
    whenSubmitted(
        segment -> {
          if (when.test(segment)) {
            throw new IllegalStateException("killed");
          }
        });
    assertThatThrownBy(bench::run).hasMessage("killed");
    bench.around = executor -> executor;
  }

  private void assertReplays() throws IOException {
    Replay.Outcome replayed =
        new Replay(planned -> bench.scheduler(), (e, s, r) -> {}).run(bench.entries());
    assertThat(replayed.difference()).isEmpty();
    assertThat(replayed.decisions()).isPositive();
  }

  void whenSubmitted(Consumer<Segment> action) {
    bench.around = executor -> new WatchedExecutor(executor, action);
  }

  /** As the first model's segment from this epoch on is handed out. */
  void atEpoch(int epoch, Runnable action) {
    whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == epoch && segment.trial().number() == 0) {
            action.run();
          }
        });
  }

  /** Once so many seconds of study time are over. */
  WatchedExecutor after(double seconds, TrialExecutor executor, Runnable action) {
    boolean[] done = {false};
    WatchedExecutor watched = new WatchedExecutor(executor, segment -> {});
    watched.slots =
        own -> {
          if (bench.clock.seconds() > seconds && !done[0]) {
            done[0] = true;
            action.run();
          }
          return own;
        };
    return watched;
  }

  /** An executor under which the first so many of such segments fail. */
  WatchedExecutor failing(
      TrialExecutor executor, FailureKind kind, int times, Predicate<Segment> which) {
    Set<Long> doomed = new HashSet<>();
    WatchedExecutor watched =
        new WatchedExecutor(
            executor,
            segment -> {
              if (which.test(segment) && doomed.size() < times) {
                doomed.add(segment.token());
              }
            });
    SegmentResult failed = new SegmentResult.Failed(kind, "bad luck", new Usage("7", 1, 0));
    watched.change =
        ended ->
            doomed.contains(ended.token()) ? new TrialExecutor.Ended(ended.token(), failed) : ended;
    return watched;
  }

  void send(Order.Kind kind, int epoch) {
    send(kind, Map.of(), epoch);
  }

  /** Each is sent a second after the one before it. */
  void send(Order.Kind kind, Map<String, Value> values, int epoch) {
    try {
      Command.Sender ann =
          new Command.Sender("ann@node-1", Instant.EPOCH.plusSeconds(sent++), "it swings");
      Inbox.send(bench.storage, new Command.Nudge(ann, kind, new TreeMap<>(values), epoch));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last trial there is. */
  Trial model() throws IOException {
    List<Trial> trials = bench.replayed().history().trials();
    return trials.get(trials.size() - 1);
  }

  List<Integer> nudges() throws IOException {
    return model().past().nudges().stream().map(Nudge::epoch).toList();
  }

  /** The segments that were issued, each as its first and last epoch. */
  List<String> issued() throws IOException {
    return bench.events(Event.SegmentIssued.class).stream()
        .map(Event.SegmentIssued::segment)
        .map(segment -> segment.fromEpoch() + "-" + segment.toEpoch())
        .toList();
  }

  /** Why orders were refused. */
  List<String> refusals() throws IOException {
    return bench.events(Event.CommandRefused.class).stream()
        .map(Event.CommandRefused::why)
        .toList();
  }
}
