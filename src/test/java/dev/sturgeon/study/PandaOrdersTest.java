package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders to a panda that come at its end, after a crash, or one upon the other. */
@Timeout(60)
final class PandaOrdersTest {
  private static final Map<String, Value> SLOW = Map.of("learningRate", Value.of(0.002));
  private static final String PAUSED =
      "noted paused by ann@node-1: it swings; `nudge DIR --resume` goes on";

  private static PandaBench panda(int epochs, int segmentEpochs) {
    return new PandaBench(epochs, segmentEpochs);
  }

  private static boolean isLast(Segment segment) {
    return segment.trial().number() == 0 && segment.toEpoch() == segment.maxEpochs();
  }

  private static void onLast(PandaBench panda, Runnable action) {
    panda.whenSubmitted(
        segment -> {
          if (isLast(segment)) {
            action.run();
          }
        });
  }

  @Test
  void aWayBackThatIsAskedForInTheLastSegmentIsTaken() throws Exception {
    PandaBench panda = panda(8, 4);
    onLast(panda, () -> panda.send(Order.Kind.ROLLBACK, SLOW, 4));
    panda.run();
    assertThat(panda.issued()).containsExactly("0-4", "4-8", "4-8");
    assertThat(panda.model().id().number()).isEqualTo(1);
    assertThat(panda.model().status()).isEqualTo(Trial.Status.COMPLETED);
    assertThat(panda.model().configuration().real("learningRate")).isEqualTo(0.002);
    assertThat(panda.bench.events(Event.SearchNoted.class)).isEmpty();
  }

  /** So short that there is no look while it trains. */
  @Test
  void alsoWhereNobodyLookedBeforeItWasOver() throws Exception {
    PandaBench panda = panda(2, 1);
    panda.bench.surrogate =
        (segment, epoch) -> {
          Scores scores = new Scores(0.5, 0.9);
          return new CurvePoint(epoch, 1, scores, scores, List.of(), 0.1);
        };
    onLast(panda, () -> panda.send(Order.Kind.ROLLBACK, 1));
    panda.run();
    assertThat(panda.model().id().number()).isEqualTo(1);
    assertThat(panda.model().past().fromEpoch()).isEqualTo(1);
  }

  @Test
  void aPauseThatIsAskedForInTheLastSegmentHoldsTheEnd() throws Exception {
    PandaBench panda = panda(8, 4);
    panda.bench.around =
        executor -> {
          WatchedExecutor watched =
              panda.after(
                  100,
                  executor,
                  () -> {
                    panda.send(Order.Kind.NUDGE, SLOW, 0);
                    panda.send(Order.Kind.ROLLBACK, 8);
                    panda.send(Order.Kind.ROLLBACK, 4);
                    panda.send(Order.Kind.RESUME, 0);
                  });
          return new WatchedExecutor(
              watched,
              segment -> {
                if (isLast(segment)) {
                  panda.send(Order.Kind.PAUSE, 0);
                }
              });
        };
    panda.run();
    assertThat(panda.bench.clock.seconds()).isGreaterThan(100);
    assertThat(panda.bench.told).containsOnlyOnce(PAUSED);
    assertThat(panda.refusals())
        .containsExactly(
            "the model is over, after epoch 8 of 8: nothing of it trains any more",
            "there is no checkpoint of epoch 8 to go on from; there are those of [4], and 0 begins"
                + " anew");
    assertThat(panda.model().past().fromEpoch()).as("it went back instead of ending").isEqualTo(4);
  }

  @Test
  void ofManyCheckpointsTheNearestAreNamed() throws Exception {
    PandaBench panda = panda(30, 2);
    onLast(panda, () -> panda.send(Order.Kind.ROLLBACK, 23));
    panda.run();
    assertThat(panda.refusals())
        .singleElement()
        .asString()
        .contains(
            "there are those of [10, 12, 14, 16, 18, 20, 22, 24, 26, 28] and 4 others, and 0");
  }

  @Test
  void aPauseIsSaidOnceByEachDriver() throws Exception {
    PandaBench panda = panda(8, 1);
    panda.bench.around =
        executor -> panda.after(50, executor, () -> panda.bench.signal.finish("lunch"));
    panda.send(Order.Kind.PAUSE, 0);
    assertThat(panda.bench.run().reason()).isEqualTo(StopReason.REQUESTED);
    assertThat(panda.bench.told).containsOnlyOnce(PAUSED);

    panda.bench.signal = new StopSignal();
    panda.bench.around =
        executor -> panda.after(100, executor, () -> panda.send(Order.Kind.RESUME, 0));
    panda.run();
    assertThat(panda.bench.told.stream().filter(PAUSED::equals)).hasSize(2);
    assertThat(panda.model().epoch()).isEqualTo(8);
  }

  @Test
  void theLaterOfTwoWaysBackCounts() throws Exception {
    PandaBench panda = panda(24, 1);
    panda.atEpoch(
        14,
        () -> {
          panda.send(Order.Kind.ROLLBACK, SLOW, 5);
          panda.send(Order.Kind.ROLLBACK, 12);
        });
    panda.run();
    assertThat(panda.bench.replayed().history().trials()).hasSize(2);
    assertThat(panda.model().past().fromEpoch()).isEqualTo(12);
    assertThat(panda.model().configuration().real("learningRate")).isEqualTo(0.01);
    String said =
        "ann@node-1 asked for back to epoch 5 with learningRate=0.002: not obeyed, since another"
            + " way back was asked for after it";
    assertThat(panda.bench.events(Event.SearchNoted.class))
        .extracting(Event.SearchNoted::text)
        .containsExactly(said);
    assertThat(panda.bench.told).containsOnlyOnce("noted " + said);
  }

  /** A driver was killed on the way from epoch 10 to 20. */
  private static PandaBench killed() {
    PandaBench panda = panda(30, 10);
    panda.killed(segment -> segment.fromEpoch() == 10);
    return panda;
  }

  @Test
  void aLostSegmentEndsWhereAnOrderIsToHold() throws Exception {
    PandaBench panda = killed();
    panda.send(Order.Kind.NUDGE, SLOW, 15);
    panda.run();
    assertThat(panda.issued()).containsExactly("0-10", "10-20", "10-15", "15-25", "25-30");
    assertThat(panda.nudges()).containsExactly(15);
    for (Event.SegmentIssued issued : panda.bench.events(Event.SegmentIssued.class)) {
      assertThat(issued.segment().configuration().real("learningRate"))
          .isEqualTo(issued.segment().fromEpoch() < 15 ? 0.01 : 0.002);
    }
  }

  @Test
  void anOrderThatIsDueComesBeforeALostSegment() throws Exception {
    PandaBench panda = killed();
    panda.send(Order.Kind.NUDGE, SLOW, 0);
    panda.run();
    assertThat(panda.issued()).containsExactly("0-10", "10-20", "10-20", "20-30");
    assertThat(panda.nudges()).containsExactly(10);
    List<Event.SegmentIssued> issued = panda.bench.events(Event.SegmentIssued.class);
    assertThat(issued.get(2).segment().configuration().real("learningRate")).isEqualTo(0.002);
  }

  @Test
  void soDoesAWayBack() throws Exception {
    PandaBench panda = killed();
    panda.send(Order.Kind.ROLLBACK, SLOW, 10);
    panda.run();
    assertThat(panda.issued()).containsExactly("0-10", "10-20", "10-20", "20-30");
    assertThat(panda.model().id().number()).isEqualTo(1);
    Trial former = panda.bench.replayed().history().trials().get(0);
    assertThat(former.status()).isEqualTo(Trial.Status.DROPPED);
    assertThat(former.epoch()).isEqualTo(10);
  }

  @Test
  void aPauseHoldsALostSegment() throws Exception {
    PandaBench panda = killed();
    panda.send(Order.Kind.PAUSE, 0);
    panda.bench.around =
        executor -> panda.after(100, executor, () -> panda.send(Order.Kind.RESUME, 0));
    panda.run();
    assertThat(panda.bench.told).containsOnlyOnce(PAUSED);
    assertThat(panda.issued()).containsExactly("0-10", "10-20", "10-20", "20-30");
    assertThat(panda.bench.clock.seconds()).isGreaterThan(120);
  }

  /** Where nothing was trained yet, no rule has anything to look at. */
  @Test
  void alsoTheFirstOne() throws Exception {
    PandaBench panda = panda(30, 10);
    panda.useAllRules();
    panda.killed(segment -> true);
    panda.send(Order.Kind.PAUSE, 0);
    panda.bench.around =
        executor -> panda.after(100, executor, () -> panda.send(Order.Kind.RESUME, 0));
    panda.run();
    assertThat(panda.issued()).startsWith("0-10", "0-10", "10-20");
    assertThat(panda.model().epoch()).isEqualTo(30);
  }

  @Test
  void anOrderIsDueAlsoWhereAnExecutorWasLost() throws Exception {
    PandaBench panda = panda(30, 10);
    panda.bench.around =
        executor ->
            new WatchedExecutor(
                panda.failing(
                    executor, FailureKind.WORKER_LOST, 1, segment -> segment.fromEpoch() == 10),
                segment -> {
                  if (segment.fromEpoch() == 10 && panda.bench.clock.seconds() < 11) {
                    panda.send(Order.Kind.NUDGE, SLOW, 0);
                  }
                });
    panda.run();
    assertThat(panda.issued()).containsExactly("0-10", "10-20", "10-20", "20-30");
    assertThat(panda.nudges()).containsExactly(10);
    assertThat(panda.model().status()).isEqualTo(Trial.Status.COMPLETED);
  }
}
