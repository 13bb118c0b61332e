package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.panda.Rules;
import dev.sturgeon.schedule.Unattended;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a panda whose model diverges or fails, where no rule goes back. */
@Timeout(60)
final class LostModelTest {
  private static final Map<String, Value> WILD = Map.of("learningRate", Value.of(1.0));
  private static final Map<String, Value> TAME = Map.of("learningRate", Value.of(0.01));

  private final PandaBench panda = new PandaBench(24, 1);
  private final Bench bench = panda.bench;

  /** Training of its first trial throws in this epoch. */
  private void failsIn(int bad) {
    bench.surrogate =
        (segment, epoch) -> {
          if (segment.trial().number() == 0 && epoch == bad) {
            throw new IllegalStateException("boom");
          }
          return panda.network.epoch(segment, epoch);
        };
  }

  @Test
  void whatFailsWaitsForAWayBackHoweverOftenItIsStarted() throws Exception {
    failsIn(13);
    String said = panda.lost();
    assertThat(said)
        .isEqualTo(
            "trial 0 failed (training failed) after epoch 12: boom; `nudge DIR --rollback EPOCH`"
                + " goes back to a checkpoint, then the same command goes on");
    int issued = panda.issued().size();
    for (int again = 0; again < 2; again++) {
      assertThat(panda.lost()).isEqualTo(said);
    }
    assertThat(panda.issued()).hasSize(issued);
    assertThat(bench.discarded).isEmpty();

    panda.send(Order.Kind.ROLLBACK, 9);
    StudyState state = panda.run();
    assertThat(state.history().trials()).hasSize(2);
    assertThat(panda.model().past().fromEpoch()).isEqualTo(9);
    assertThat(panda.model().status()).isEqualTo(Trial.Status.COMPLETED);
    assertThat(panda.model().curve()).hasSize(24);
  }

  @Test
  void soDoesWhatDivergesWithoutARuleThatGoesBack() throws Exception {
    panda.send(Order.Kind.NUDGE, WILD, 12);
    assertThat(panda.lost()).startsWith("trial 0 diverged after epoch 12: the loss is not finite");
    panda.send(Order.Kind.ROLLBACK, TAME, 12);
    panda.run();
    assertThat(panda.model().past().fromEpoch()).isEqualTo(12);
    assertThat(panda.model().epoch()).isEqualTo(24);
  }

  /** The checkpoint before it was reached with other values, and cannot take its place unasked. */
  @Test
  void soDoesWhatWasNudgedAtACheckpointThatIsDamaged() throws Exception {
    panda.send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.1)), 12);
    bench.around =
        executor ->
            panda.failing(executor, FailureKind.STORAGE, 4, segment -> segment.fromEpoch() == 12);
    assertThat(panda.lost()).startsWith("trial 0 failed (file trouble) after epoch 12: bad luck");
    bench.around = executor -> executor;
    panda.send(Order.Kind.ROLLBACK, 11);
    panda.run();
    assertThat(panda.model().past().fromEpoch()).isEqualTo(11);
  }

  @Test
  void anOrderThatIsThereBeforeItIsLostSavesIt() throws Exception {
    failsIn(13);
    panda.whenSubmitted(
        segment -> {
          if (segment.trial().number() == 0 && segment.fromEpoch() == 12) {
            panda.send(Order.Kind.ROLLBACK, 5);
          }
        });
    panda.run();
    assertThat(panda.model().past().fromEpoch()).isEqualTo(5);
  }

  @Test
  void onlyAWayBackCanBeObeyed() throws Exception {
    failsIn(13);
    panda.lost();
    panda.send(Order.Kind.NUDGE, TAME, 0);
    panda.send(Order.Kind.PAUSE, 0);
    panda.send(Order.Kind.RESUME, 0);
    panda.send(Order.Kind.ROLLBACK, 13);
    panda.lost();
    List<String> refusals = panda.refusals();
    assertThat(refusals).hasSize(4);
    assertThat(refusals.subList(0, 3))
        .allMatch(
            why ->
                why.startsWith(
                    "the model is lost: trial 0 failed (training failed) after epoch 12: boom;"
                        + " only --rollback EPOCH goes on"));
    assertThat(refusals.get(3)).contains("there is no checkpoint of epoch 13");

    panda.send(Order.Kind.ROLLBACK, 12);
    panda.send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.1)), 20);
    panda.run();
    assertThat(panda.nudges()).as("there is a way back that it can follow").contains(12, 20);
    assertThat(panda.refusals()).hasSize(4);
  }

  @Test
  void whereARuleGoesBackOrdersAreTaken() throws Exception {
    panda.rate = 1;
    panda.rules.add(Rules.make("rollback", Rules.thresholds("rollback")));
    panda.whenSubmitted(
        segment -> {
          if (segment.trial().number() == 0) {
            panda.send(Order.Kind.NUDGE, Map.of("l2", Value.of(0.1)), 0);
          }
        });
    panda.run();
    assertThat(panda.refusals()).isEmpty();
    assertThat(panda.model().configuration().real("l2")).isEqualTo(0.1);
  }

  @Test
  void whatNeverTrainedIsOver() throws Exception {
    failsIn(1);
    assertThat(panda.run().history().trials())
        .extracting(Trial::status)
        .containsExactly(Trial.Status.FAILED);
  }

  @Test
  void whatWasBegunAnewAndFailsAtOnceIsNot() throws Exception {
    panda.whenSubmitted(
        segment -> {
          if (segment.fromEpoch() == 10 && segment.trial().number() == 0) {
            panda.send(Order.Kind.ROLLBACK, WILD, 0);
          }
        });
    assertThat(panda.lost()).contains("trial 1 diverged", "`nudge DIR --rollback 0` begins anew");
    bench.around = executor -> executor;
    panda.send(Order.Kind.ROLLBACK, TAME, 0);
    panda.run();
    assertThat(panda.model().id().number()).isEqualTo(2);
    assertThat(panda.model().epoch()).isEqualTo(24);
  }

  @Test
  void whereNobodyIsAskedItIsOver() throws Exception {
    failsIn(13);
    bench.scheduler = births -> new Unattended(panda.panda());
    assertThat(panda.run().history().trials())
        .extracting(Trial::status)
        .containsExactly(Trial.Status.FAILED);
    assertThat(bench.events(Event.SegmentIssued.class)).hasSize(13);
  }
}
