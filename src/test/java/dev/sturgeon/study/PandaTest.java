package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.journal.Command;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Inbox;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.panda.Advice;
import dev.sturgeon.panda.Knobs;
import dev.sturgeon.panda.Rule;
import dev.sturgeon.panda.Rules;
import dev.sturgeon.panda.Setting;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.schedule.Panda;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A panda in the study loop, on a made-up network. */
@Timeout(60)
final class PandaTest {
  private static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of("learningRate", RealDomain.of(1e-5, 10, Scale.LOG)),
              Hyperparameter.of("units", new FixedDomain(Value.of(8L))),
              Hyperparameter.of("l2", new FixedDomain(Value.of(0.0)))));
  private static final int EPOCHS = 24;

  private final Bench bench = new Bench();
  private List<String> rules = Rules.names();
  private double rate = 0.01;
  private int branches = 1;
  private int horizon = 3;
  private final List<Rule> ownRules = new ArrayList<>();
  private Knobs knobs = new Knobs(SPACE);

  PandaTest() {
    bench.surrogate = new LearningModel();
    bench.budget = new Budget(1, EPOCHS, 1);
    bench.scheduler = births -> panda();
  }

  /** A panda that obeys orders only. */
  static Panda withoutRules(int epochs) {
    PandaTest test = new PandaTest();
    test.rules = List.of();
    test.bench.budget = new Budget(1, epochs, 1);
    return test.panda();
  }

  private Panda panda() {
    Objective objective = new Objective(bench.metric, Objective.ClassWeights.NONE);
    int segment = bench.budget.segmentEpochs();
    Setting setting = new Setting(SPACE, objective, 1000, LearningModel.CHANCE, segment, horizon);
    List<Rule> made = new ArrayList<>(ownRules);
    rules.stream().map(r -> Rules.make(r, Rules.thresholds(r))).forEach(made::add);
    return new Panda(
        Suggestion.of(SPACE.complete(Map.of("learningRate", Value.of(rate))), "test"),
        1,
        bench.budget,
        branches,
        made,
        setting,
        knobs);
  }

  /** The model that was left at the end. */
  private Trial run() throws Exception {
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.BUDGET);
    assertReplays();
    List<Trial> left =
        outcome.state().history().trials().stream()
            .filter(trial -> trial.status() == Trial.Status.COMPLETED)
            .toList();
    assertThat(left)
        .as(
            "one model is left of %s",
            outcome.state().history().trials().stream()
                .map(trial -> trial.id() + " " + trial.status() + " " + trial.epoch())
                .toList())
        .hasSize(1);
    return left.get(0);
  }

  /** Every decision follows from the journal alone. */
  private void assertReplays() throws IOException {
    Replay.Outcome replayed =
        new Replay(planned -> bench.scheduler(), (e, s, r) -> {}).run(bench.entries());
    assertThat(replayed.difference()).isEmpty();
    assertThat(replayed.decisions()).isPositive();
  }

  private static double loss(Trial trial) {
    return trial.curve().get(trial.curve().size() - 1).dev().loss();
  }

  private double lossWithoutRules() throws Exception {
    PandaTest without = new PandaTest();
    without.rate = rate;
    without.rules = List.of();
    return loss(without.run());
  }

  private void send(Order.Kind kind, Map<String, Value> values, int epoch) {
    try {
      Command.Sender ann = new Command.Sender("ann@node-1", Instant.EPOCH, "it swings");
      Inbox.send(bench.storage, new Command.Nudge(ann, kind, new TreeMap<>(values), epoch));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void whenSubmitted(Consumer<Segment> action) {
    bench.around = executor -> new WatchedExecutor(executor, action);
  }

  @Test
  void aGoodRateStays() throws Exception {
    Trial model = run();
    assertThat(model.configuration().real("learningRate")).isBetween(0.01, 0.02);
    assertThat(loss(model)).isLessThan(1.01 * lossWithoutRules() + 0.01);
    assertThat(model.id().number()).isZero();
  }

  @Test
  void aRateThatIsTooLowIsRaised() throws Exception {
    rate = 0.0003;
    Trial model = run();
    assertThat(model.past().nudges()).anyMatch(nudge -> nudge.by().equals("raise"));
    assertThat(loss(model)).isLessThan(0.1 * lossWithoutRules());
  }

  @Test
  void aRateThatIsTooHighIsLowered() throws Exception {
    rate = 0.1;
    Trial model = run();
    assertThat(model.past().nudges()).anyMatch(nudge -> nudge.factor("learningRate") < 1);
    assertThat(loss(model)).isLessThan(0.1 * lossWithoutRules());
  }

  @Test
  void whatDivergesBeginsAnewWithALowerRate() throws Exception {
    rate = 1;
    Trial model = run();
    List<Trial> trials = bench.replayed().history().trials();
    assertThat(trials.get(0).status()).isEqualTo(Trial.Status.DIVERGED);
    assertThat(trials.get(1).parent()).isEqualTo(trials.get(0).id());
    assertThat(trials.get(1).role()).isEqualTo(Role.SEARCH);
    assertThat(loss(model)).isLessThan(0.1);
    assertThat(bench.told).anyMatch(told -> told.contains("rollback: learningRate 1 -> 0.3"));
  }

  @Test
  void keepsEveryCheckpoint() throws Exception {
    run();
    assertThat(bench.discarded).isEmpty();
  }

  @Test
  void anOrderHoldsFromTheNextSegmentOn() throws Exception {
    rules = List.of();
    whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 5) {
            send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 0);
          }
        });
    Trial model = run();
    Nudge nudge = model.past().nudges().get(0);
    assertThat(nudge.by()).isEqualTo("ann@node-1");
    assertThat(nudge.why()).isEqualTo("it swings");
    int epoch = nudge.epoch();
    assertThat(epoch).isBetween(6, 9);
    for (Event.SegmentIssued issued : bench.events(Event.SegmentIssued.class)) {
      assertThat(issued.segment().configuration().real("learningRate"))
          .isEqualTo(issued.segment().fromEpoch() < epoch ? 0.01 : 0.002);
    }
    List<? extends Class<?>> kinds =
        bench.events(Event.class).stream().map(Object::getClass).toList();
    assertThat(kinds.indexOf(Event.CommandReceived.class))
        .as("journaled before it is obeyed")
        .isPositive()
        .isLessThan(kinds.indexOf(Event.TrialNudged.class));
  }

  @Test
  void anOrderCanWaitForItsEpoch() throws Exception {
    rules = List.of();
    send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 17);
    assertThat(run().past().nudges()).extracting(Nudge::epoch).containsExactly(17);
  }

  @Test
  void anOrderOutlivesACrash() throws Exception {
    rules = List.of();
    whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 3) {
            send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.01)), 12);
          }
          if (segment.fromEpoch() == 8) {
            throw new IllegalStateException("killed");
          }
        });
    assertThatThrownBy(bench::run).hasMessage("killed");
    bench.around = executor -> executor;
    Trial model = run();
    assertThat(model.past().nudges()).extracting(Nudge::epoch).containsExactly(12);
    assertThat(model.configuration().real("l2")).isEqualTo(0.01);
  }

  @Test
  void goesBackOnRequest() throws Exception {
    rules = List.of();
    whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 10 && segment.trial().number() == 0) {
            send(Order.Kind.ROLLBACK, Map.of("learningRate", Value.of(0.005)), 4);
          }
        });
    Trial model = run();
    assertThat(model.id().number()).isEqualTo(1);
    assertThat(model.past().fromEpoch()).isEqualTo(4);
    assertThat(model.curve()).hasSize(EPOCHS);
    assertThat(model.configuration().real("learningRate")).isEqualTo(0.005);
    assertThat(bench.replayed().history().trials().get(0).status()).isEqualTo(Trial.Status.DROPPED);
  }

  @Test
  void goingBackUndoesWhatWasChangedSince() throws Exception {
    rules = List.of();
    send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.004)), 3);
    send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002), "l2", Value.of(0.1)), 8);
    whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 10 && segment.trial().number() == 0) {
            send(Order.Kind.ROLLBACK, Map.of(), 4);
          }
        });
    Trial model = run();
    assertThat(model.configuration().real("learningRate")).isEqualTo(0.004);
    assertThat(model.configuration().real("l2")).isZero();
    assertThat(model.past().nudges()).extracting(Nudge::epoch).containsExactly(3, 4);
  }

  @Test
  void aRulesWayBackKeepsWhatPeopleHaveOrdered() throws Exception {
    rules = List.of();
    send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.02), "learningRate", Value.of(0.009)), 12);
    ownRules.add(
        view ->
            switch (view.trial().id().number() * 100 + view.epoch()) {
              case 14 -> Optional.of(Advice.goBack(11, "learningRate", 0.005, "too far"));
              case 113 -> Optional.of(Advice.goBack(10, "learningRate", 0.004, "further"));
              default -> Optional.empty();
            });
    Trial model = run();
    assertThat(model.id().number()).isEqualTo(2);
    List<Trial> trials = bench.replayed().history().trials();
    assertThat(trials.get(1).past().nudges())
        .singleElement()
        .satisfies(
            back -> {
              assertThat(back.epoch()).isEqualTo(11);
              assertThat(back.values())
                  .isEqualTo(Map.of("l2", Value.of(0.02), "learningRate", Value.of(0.005)));
              assertThat(back.why()).isEqualTo("too far; keeps what was ordered: l2");
            });
    assertThat(model.past().nudges()).extracting(Nudge::epoch).containsExactly(10);
    assertThat(model.configuration().real("l2")).as("whichever way it came").isEqualTo(0.02);
    assertThat(model.configuration().real("learningRate")).isEqualTo(0.004);
  }

  @Test
  void butNotWhatRulesHaveMadeOfIt() throws Exception {
    rules = List.of();
    send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.02)), 5);
    ownRules.add(
        view ->
            switch (view.trial().id().number() * 100 + view.epoch()) {
              case 8 -> Optional.of(Advice.change("l2", 0.05, "more"));
              case 10 -> Optional.of(Advice.goBack(3, "learningRate", 0.005, "too far"));
              case 112 -> Optional.of(Advice.change("l2", 0.06, "more"));
              case 114 -> Optional.of(Advice.goBack(13, "learningRate", 0.004, "too far"));
              default -> Optional.empty();
            });
    Trial model = run();
    List<Trial> trials = bench.replayed().history().trials();
    assertThat(trials.get(1).past().nudges().get(0).values().get("l2")).isEqualTo(Value.of(0.02));
    assertThat(model.id().number()).isEqualTo(2);
    assertThat(model.configuration().real("l2")).as("changed before that epoch").isEqualTo(0.06);
    assertThat(model.past().nudges().get(2).values()).containsOnlyKeys("learningRate");
  }

  @Test
  void pausesAndGoesOnOnRequest() throws Exception {
    rules = List.of();
    boolean[] resumed = {false};
    bench.around =
        executor -> {
          WatchedExecutor watched =
              new WatchedExecutor(
                  executor,
                  segment -> {
                    if (segment.fromEpoch() == 5) {
                      send(Order.Kind.PAUSE, Map.of(), 0);
                    }
                  });
          watched.slots =
              own -> {
                if (bench.clock.seconds() > 100 && !resumed[0]) {
                  resumed[0] = true;
                  send(Order.Kind.RESUME, Map.of(), 0);
                }
                return own;
              };
          return watched;
        };
    Trial model = run();
    assertThat(resumed[0]).as("it waited").isTrue();
    assertThat(model.epoch()).isEqualTo(EPOCHS);
    assertThat(bench.clock.seconds()).isBetween(100.0, 130.0);
  }

  @Test
  void refusesWhatCannotChange() throws Exception {
    whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 5) {
            send(Order.Kind.NUDGE, Map.of("units", Value.of(16L)), 0);
            send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(11.0)), 0);
            send(Order.Kind.ROLLBACK, Map.of(), 77);
          }
        });
    run();
    assertThat(bench.replayed().history().orders()).isEmpty();
    assertThat(bench.events(Event.CommandRefused.class))
        .extracting(Event.CommandRefused::why)
        .anyMatch(why -> why.contains("units cannot change in a network that is being trained"))
        .anyMatch(why -> why.contains("learningRate cannot be 11.0: the study has real 1.0E-5"))
        .anyMatch(why -> why.contains("there is no checkpoint of epoch 77"));
  }

  @Test
  void refusesWhatWouldOnlyFail() throws Exception {
    rules = List.of();
    knobs =
        new Knobs(
            SPACE,
            then ->
                then.real("l2") > 0.5 ? Optional.of("so much l2 is too much") : Optional.empty());
    send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.7)), 12);
    whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 5) {
            send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.6)), 0);
            send(Order.Kind.ROLLBACK, Map.of("l2", Value.of(0.6)), 2);
          }
        });
    assertThat(run().past().nudges()).isEmpty();
    assertThat(bench.events(Event.CommandRefused.class))
        .extracting(Event.CommandRefused::why)
        .containsExactly(
            "so much l2 is too much", "so much l2 is too much", "so much l2 is too much");
  }

  @Test
  void refusesWhatCannotChangeBeforeThereIsATrial() throws Exception {
    send(Order.Kind.NUDGE, Map.of("units", Value.of(64L)), 0);
    send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(11.0)), 0);
    send(Order.Kind.ROLLBACK, Map.of(), 3);
    send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), EPOCHS);
    run();
    assertThat(bench.replayed().history().orders()).isEmpty();
    assertThat(bench.events(Event.CommandRefused.class))
        .extracting(Event.CommandRefused::why)
        .anyMatch(why -> why.contains("units cannot change in a network that is being trained"))
        .anyMatch(why -> why.contains("learningRate cannot be 11.0: the study has real 1.0E-5"))
        .anyMatch(why -> why.contains("there is no checkpoint of epoch 3"))
        .anyMatch(why -> why.contains("epoch 24 never comes"));
  }

  @Test
  void aSegmentEndsWhereAnOrderIsToHold() throws Exception {
    rules = List.of();
    bench.budget = new Budget(1, 6, 4);
    send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 5);
    send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.01)), 2);
    Trial model = run();
    assertThat(model.past().nudges()).extracting(Nudge::epoch).containsExactly(2, 5);
    assertThat(bench.events(Event.SegmentIssued.class))
        .extracting(issued -> issued.segment().toEpoch())
        .containsExactly(2, 5, 6);
    assertThat(bench.events(Event.SearchNoted.class)).isEmpty();
  }

  @Test
  void anOrderThatNoSegmentFollowsIsNamedAtTheEnd() throws Exception {
    rules = List.of();
    bench.budget = new Budget(1, 8, 4);
    whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 4) {
            send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 0);
          }
        });
    run();
    assertThat(bench.replayed().history().orders()).as("taken while it trained").hasSize(1);
    String said = "ann@node-1 asked for learningRate=0.002: not obeyed, since no segment followed";
    assertThat(bench.events(Event.SearchNoted.class))
        .extracting(Event.SearchNoted::text)
        .containsExactly(said);
    assertThat(bench.told).contains("noted " + said);
  }

  /** So short that there is no look while it trains. */
  @Test
  void anOrderThatComesWhenTheModelIsOverIsRefused() throws Exception {
    rules = List.of();
    bench.budget = new Budget(1, 1, 1);
    bench.surrogate =
        (segment, epoch) -> {
          Scores scores = new Scores(0.5, 0.9);
          return new CurvePoint(epoch, 1, scores, scores, List.of(), 0.1);
        };
    whenSubmitted(segment -> send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 0));
    run();
    assertThat(bench.events(Event.CommandRefused.class))
        .extracting(Event.CommandRefused::why)
        .containsExactly("the model is over, after epoch 1 of 1: nothing of it trains any more");
    assertThat(bench.storage.list("inbox/refused")).hasSize(1);
  }

  @Test
  void triesWhatARuleWantsBesideNoChange() throws Exception {
    rate = 0.0003;
    branches = 2;
    Trial model = run();
    List<Trial> trials = bench.replayed().history().trials();
    assertThat(trials).anyMatch(trial -> trial.role() == Role.BRANCH);
    assertThat(trials)
        .filteredOn(trial -> trial.role() == Role.BRANCH)
        .allMatch(trial -> trial.parent() != null && trial.past().fromEpoch() > 0);
    assertThat(model.role()).isEqualTo(Role.BRANCH);
    assertThat(loss(model)).isLessThan(0.3 * lossWithoutRules());
  }

  @Test
  void noChangeWinsWhereNothingIsBetterBeyondNoise() throws Exception {
    rules = List.of("plateau");
    branches = 2;
    bench.surrogate =
        (segment, epoch) -> {
          Random random = new Random(31L * epoch + segment.trial().number());
          double loss = 0.5 + 0.01 * random.nextGaussian();
          return new CurvePoint(
              epoch, 1, new Scores(loss, 0.9), new Scores(loss, 0.9), List.of(), 1);
        };
    Trial model = run();
    assertThat(model.id().number()).isZero();
    assertThat(bench.events(Event.TrialDropped.class))
        .isNotEmpty()
        .allMatch(dropped -> dropped.why().startsWith("no change is as good"));
  }

  /** Of two and three epochs it cannot be told how much they scatter; of four it can. */
  @Test
  void noChangeWinsWhereTheNoiseIsNotKnown() throws Exception {
    rules = List.of();
    branches = 2;
    horizon = 1;
    ownRules.add(
        view ->
            view.epoch() % 2 == 1
                ? Optional.of(
                    new Advice.Change(
                        new TreeMap<>(Map.of("l2", Value.of(0.1 * view.epoch()))), "to see"))
                : Optional.empty());
    bench.budget = new Budget(1, 8, 1);
    bench.surrogate =
        (segment, epoch) -> {
          double loss =
              Math.exp(-0.01 * epoch - (segment.configuration().real("l2") > 0 ? 1e-3 : 0));
          Scores scores = new Scores(loss, 0.9);
          return new CurvePoint(epoch, 1, scores, scores, List.of(), 1);
        };
    Trial model = run();
    List<String> verdicts =
        bench.events(Event.TrialDropped.class).stream().map(Event.TrialDropped::why).toList();
    assertThat(verdicts.get(0)).contains("no change is as good", "noise unknown before epoch 4");
    assertThat(verdicts).anyMatch(why -> why.startsWith("trial 3 goes on"));
    assertThat(model.past().fromEpoch()).isGreaterThanOrEqualTo(3);
  }

  /** The two are stopped after different epochs in the middle of their segments. */
  @Test
  void whatIsTriedIsComparedAfterTheSameEpochsWhateverCutsItsSegments() throws Exception {
    rules = List.of();
    branches = 2;
    bench.budget = new Budget(1, 60, 5);
    ownRules.add(
        view ->
            view.epoch() == 10
                ? Optional.of(Advice.change("l2", 0.1, "to see"))
                : Optional.empty());
    bench.surrogate =
        (segment, epoch) -> {
          double slow = segment.configuration().real("l2") > 0 ? 1.7 : 1;
          Scores scores = new Scores(Math.exp(-0.01 * epoch), 0.9);
          return new CurvePoint(epoch, 1, scores, scores, List.of(), slow);
        };
    bench.around =
        executor -> {
          WatchedExecutor watched = new WatchedExecutor(executor, segment -> {});
          watched.slots =
              own -> {
                if (bench.clock.seconds() > 12.5) {
                  bench.signal.finish("lunch");
                }
                return own;
              };
          return watched;
        };
    assertThat(bench.run().reason()).isEqualTo(StopReason.REQUESTED);
    assertThat(bench.replayed().history().trials())
        .extracting(trial -> trial.epoch() % 5)
        .as("in mid-segment, not after the same epoch")
        .doesNotHaveDuplicates()
        .doesNotContain(0);
    bench.signal = new StopSignal();
    bench.around = executor -> executor;
    Trial model = run();
    assertThat(model.id().number()).isZero();
    assertThat(bench.events(Event.SegmentIssued.class))
        .extracting(Event.SegmentIssued::segment)
        .allMatch(segment -> segment.fromEpoch() >= 25 || segment.toEpoch() <= 25);
    assertThat(bench.events(Event.TrialDropped.class))
        .singleElement()
        .extracting(Event.TrialDropped::why)
        .asString()
        .contains("dev loss after 15 epochs: 0.7945 without a change, 0.7945 with the best one");
  }

  @Test
  void whatIsTriedComesOutTheSameAfterACrash() throws Exception {
    rate = 0.0003;
    branches = 3;
    bench.slots = 3;
    Configuration undisturbed = run().configuration();
    PandaTest crashed = new PandaTest();
    crashed.rate = rate;
    crashed.branches = branches;
    crashed.bench.slots = 3;
    boolean finished = false;
    for (int after = 3; after < 40 && !finished; after += 4) {
      int[] left = {after};
      crashed.whenSubmitted(
          segment -> {
            if (left[0]-- == 0) {
              throw new IllegalStateException("killed");
            }
          });
      finished = crashed.runUnlessKilled();
    }
    crashed.bench.around = executor -> executor;
    assertThat(crashed.run().configuration()).isEqualTo(undisturbed);
  }

  /** Runs to the end, or up to where the test kills it. */
  private boolean runUnlessKilled() throws Exception {
    try {
      bench.run();
      return true;
    } catch (IllegalStateException killed) {
      return false;
    }
  }
}
