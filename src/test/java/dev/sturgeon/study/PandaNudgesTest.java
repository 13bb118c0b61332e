package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.journal.Event;
import dev.sturgeon.panda.Knobs;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A panda in the study loop that is ordered about. */
@Timeout(60)
final class PandaNudgesTest {
  private final PandaBench panda = new PandaBench(PandaBench.EPOCHS, 1);
  private final Bench bench = panda.bench;

  @Test
  void anOrderHoldsFromTheNextSegmentOn() throws Exception {
    panda.atEpoch(
        5, () -> panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 0));
    Trial model = panda.left();
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
    panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 17);
    assertThat(panda.left().past().nudges()).extracting(Nudge::epoch).containsExactly(17);
  }

  @Test
  void anOrderOutlivesACrash() throws Exception {
    panda.whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 3) {
            panda.send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.01)), 12);
          }
          if (segment.fromEpoch() == 8) {
            throw new IllegalStateException("killed");
          }
        });
    assertThatThrownBy(bench::run).hasMessage("killed");
    bench.around = executor -> executor;
    Trial model = panda.left();
    assertThat(model.past().nudges()).extracting(Nudge::epoch).containsExactly(12);
    assertThat(model.configuration().real("l2")).isEqualTo(0.01);
  }

  @Test
  void goesBackOnRequest() throws Exception {
    panda.atEpoch(
        10, () -> panda.send(Order.Kind.ROLLBACK, Map.of("learningRate", Value.of(0.005)), 4));
    Trial model = panda.left();
    assertThat(model.id().number()).isEqualTo(1);
    assertThat(model.past().fromEpoch()).isEqualTo(4);
    assertThat(model.curve()).hasSize(PandaBench.EPOCHS);
    assertThat(model.configuration().real("learningRate")).isEqualTo(0.005);
    assertThat(bench.replayed().history().trials().get(0).status()).isEqualTo(Trial.Status.DROPPED);
  }

  @Test
  void goingBackUndoesWhatWasChangedSince() throws Exception {
    panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.004)), 3);
    panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002), "l2", Value.of(0.1)), 8);
    panda.atEpoch(10, () -> panda.send(Order.Kind.ROLLBACK, Map.of(), 4));
    Trial model = panda.left();
    assertThat(model.configuration().real("learningRate")).isEqualTo(0.004);
    assertThat(model.configuration().real("l2")).isZero();
    assertThat(model.past().nudges()).extracting(Nudge::epoch).containsExactly(3, 4);
  }

  @Test
  void pausesAndGoesOnOnRequest() throws Exception {
    boolean[] resumed = {false};
    panda.atEpoch(5, () -> panda.send(Order.Kind.PAUSE, 0));
    UnaryOperator<TrialExecutor> pausing = bench.around;
    bench.around =
        executor ->
            panda.after(
                100,
                pausing.apply(executor),
                () -> {
                  resumed[0] = true;
                  panda.send(Order.Kind.RESUME, 0);
                });
    Trial model = panda.left();
    assertThat(resumed[0]).as("it waited").isTrue();
    assertThat(model.epoch()).isEqualTo(PandaBench.EPOCHS);
    assertThat(bench.clock.seconds()).isBetween(100.0, 130.0);
  }

  @Test
  void refusesWhatCannotChange() throws Exception {
    panda.useAllRules();
    panda.atEpoch(
        5,
        () -> {
          panda.send(Order.Kind.NUDGE, Map.of("units", Value.of(16L)), 0);
          panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(11.0)), 0);
          panda.send(Order.Kind.ROLLBACK, Map.of(), 77);
        });
    panda.left();
    assertThat(bench.replayed().history().orders()).isEmpty();
    assertThat(bench.events(Event.CommandRefused.class))
        .extracting(Event.CommandRefused::why)
        .anyMatch(why -> why.contains("units cannot change in a network that is being trained"))
        .anyMatch(why -> why.contains("learningRate cannot be 11.0: the study has real 1.0E-5"))
        .anyMatch(why -> why.contains("there is no checkpoint of epoch 77"));
  }

  @Test
  void refusesWhatWouldOnlyFail() throws Exception {
    panda.knobs =
        new Knobs(
            PandaBench.SPACE,
            then ->
                then.real("l2") > 0.5 ? Optional.of("so much l2 is too much") : Optional.empty());
    panda.send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.7)), 12);
    panda.whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 5) {
            panda.send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.6)), 0);
            panda.send(Order.Kind.ROLLBACK, Map.of("l2", Value.of(0.6)), 2);
          }
        });
    assertThat(panda.left().past().nudges()).isEmpty();
    assertThat(bench.events(Event.CommandRefused.class))
        .extracting(Event.CommandRefused::why)
        .containsExactly(
            "so much l2 is too much", "so much l2 is too much", "so much l2 is too much");
  }

  @Test
  void refusesWhatCannotChangeBeforeThereIsATrial() throws Exception {
    panda.useAllRules();
    panda.send(Order.Kind.NUDGE, Map.of("units", Value.of(64L)), 0);
    panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(11.0)), 0);
    panda.send(Order.Kind.ROLLBACK, Map.of(), 3);
    panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), PandaBench.EPOCHS);
    panda.left();
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
    bench.budget = new Budget(1, 6, 4);
    panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 5);
    panda.send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.01)), 2);
    Trial model = panda.left();
    assertThat(model.past().nudges()).extracting(Nudge::epoch).containsExactly(2, 5);
    assertThat(bench.events(Event.SegmentIssued.class))
        .extracting(issued -> issued.segment().toEpoch())
        .containsExactly(2, 5, 6);
    assertThat(bench.events(Event.SearchNoted.class)).isEmpty();
  }

  @Test
  void anOrderThatNoSegmentFollowsIsNamedAtTheEnd() throws Exception {
    bench.budget = new Budget(1, 8, 4);
    panda.atEpoch(
        4, () -> panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 0));
    panda.left();
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
    bench.budget = new Budget(1, 1, 1);
    bench.surrogate =
        (segment, epoch) -> {
          Scores scores = new Scores(0.5, 0.9);
          return new CurvePoint(epoch, 1, scores, scores, List.of(), 0.1);
        };
    panda.whenSubmitted(
        segment -> panda.send(Order.Kind.NUDGE, Map.of("learningRate", Value.of(0.002)), 0));
    panda.left();
    assertThat(bench.events(Event.CommandRefused.class))
        .extracting(Event.CommandRefused::why)
        .containsExactly("the model is over, after epoch 1 of 1: nothing of it trains any more");
    assertThat(bench.storage.list("inbox/refused")).hasSize(1);
  }
}
