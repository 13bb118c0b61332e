package dev.sturgeon.train;

import static dev.sturgeon.train.TrainerContract.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.store.MemoryStorage;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Advanced;
import dev.sturgeon.trial.SegmentResult.Diverged;
import dev.sturgeon.trial.SegmentResult.Ending;
import dev.sturgeon.trial.SegmentResult.Failed;
import dev.sturgeon.trial.TrialId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TrainingWorkTest {
  private static final TrainingData DATA = SyntheticData.blobs(20, 2, 2);
  private static final int MAX_EPOCHS = 6;

  private final MemoryStorage storage = new MemoryStorage();
  private final CheckpointStore store = new CheckpointStore(storage);
  private EpochReporter.Verdict verdict = EpochReporter.Verdict.CONTINUE;
  private final List<CurvePoint> reported = new ArrayList<>();

  @Test
  void aSegmentTrainsItsEpochsAndMayGoOn() {
    Advanced advanced = advanced(run(0, 3, null, with(), 0.6, 0.7, 0.8, 0.9, 0.9, 0.9));
    assertThat(advanced.epoch()).isEqualTo(3);
    assertThat(advanced.ended()).isEqualTo(Ending.OPEN);
    assertThat(advanced.points())
        .isEqualTo(reported)
        .extracting(CurvePoint::epoch)
        .contains(1, 2, 3);
    assertThat(advanced.checkpoints().latest().epoch()).isEqualTo(3);
    assertThat(advanced.checkpoints().best()).isEqualTo(advanced.checkpoints().latest());
    assertThat(advanced.usage().worker()).isEqualTo("worker");
    assertThat(advanced.usage().wallSeconds()).isPositive();
    assertThat(storage.size()).isEqualTo(1);
  }

  @Test
  void aPointHoldsRateAndScoresOfBothParts() {
    Configuration network = with("learningRate", 0.4, "decay", "inverseTime", "decayRate", 1);
    CurvePoint second = advanced(run(0, 2, null, network, 0.6, 0.7)).points().get(1);
    assertThat(second.learningRate()).isEqualTo(0.2);
    assertThat(second.dev().metric()).isEqualTo(1);
    assertThat(second.dev().loss()).isCloseTo(-Math.log(0.7), within(1e-6));
    assertThat(second.train().loss()).isCloseTo(-Math.log(0.9), within(1e-6));
    assertThat(second.layers()).hasSize(1);
  }

  @Test
  void theNextSegmentGoesOnFromTheCheckpoint() throws IOException {
    double[] script = {0.6, 0.7, 0.8, 0.9, 0.9, 0.9};
    Configuration network = with("decay", "cosine");
    Advanced first = advanced(run(0, 4, null, network, script));
    Advanced second = advanced(run(4, 6, first.checkpoints(), network, script));
    assertThat(second.ended()).isEqualTo(Ending.BUDGET);
    assertThat(second.points()).extracting(CurvePoint::epoch).containsExactly(5, 6);
    Advanced atOnce = advanced(run(0, 6, null, network, script));
    assertThat(parameters(second)).isEqualTo(parameters(atOnce));
  }

  @Test
  void aStopEndsTheSegmentWithACheckpoint() {
    verdict = EpochReporter.Verdict.STOP;
    Advanced advanced = advanced(run(0, 5, null, with(), 0.6, 0.7, 0.8, 0.9, 0.9));
    assertThat(advanced.ended()).isEqualTo(Ending.STOPPED);
    assertThat(advanced.epoch()).isEqualTo(1);
    assertThat(advanced.checkpoints().latest().epoch()).isEqualTo(1);
  }

  @Test
  void underEarlyStoppingTheBestEpochIsKept() throws IOException {
    Advanced advanced =
        advanced(run(0, 6, null, with("earlyStopping", 2), 0.6, 0.8, 0.7, 0.7, 0.9, 0.9));
    assertThat(advanced.ended()).isEqualTo(Ending.EARLY);
    assertThat(advanced.epoch()).isEqualTo(4);
    assertThat(advanced.checkpoints().latest().epoch()).isEqualTo(4);
    assertThat(advanced.checkpoints().best().epoch()).isEqualTo(2);
    assertThat(store.read(advanced.checkpoints().best()).state().epoch()).isEqualTo(2);
    assertThat(storage.size()).isEqualTo(2);
  }

  @Test
  void patienceAndTheBestEpochSurviveSegments() {
    Configuration network = with("earlyStopping", 3);
    double[] script = {0.6, 0.8, 0.7, 0.7, 0.7, 0.9};
    Advanced first = advanced(run(0, 3, null, network, script));
    Advanced second = advanced(run(3, 6, first.checkpoints(), network, script));
    assertThat(second.ended()).isEqualTo(Ending.EARLY);
    assertThat(second.epoch()).isEqualTo(5);
    assertThat(second.checkpoints().best()).isEqualTo(first.checkpoints().best());
  }

  @Test
  void aBetterEpochInALaterSegmentReplacesTheBest() {
    Configuration network = with("earlyStopping", 3);
    double[] script = {0.6, 0.8, 0.7, 0.9, 0.7, 0.7};
    Advanced first = advanced(run(0, 3, null, network, script));
    Advanced second = advanced(run(3, 5, first.checkpoints(), network, script));
    assertThat(second.checkpoints().best().epoch()).isEqualTo(4);
    assertThat(second.checkpoints().latest().epoch()).isEqualTo(5);
  }

  @Test
  void divergenceKeepsTheFinitePoints() {
    double[] script = {0.6, 0.7, Double.POSITIVE_INFINITY};
    Diverged diverged = (Diverged) run(0, 3, null, with(), script);
    assertThat(diverged.epoch()).isEqualTo(3);
    assertThat(diverged.message()).isEqualTo("the loss became Infinity");
    assertThat(diverged.points()).hasSize(2);
    assertThat(storage.size()).isZero();
  }

  @Test
  void nonFiniteScoresAreDivergence() {
    Diverged diverged = (Diverged) run(0, 2, null, with(), 0.6, Double.NaN);
    assertThat(diverged.epoch()).isEqualTo(2);
    assertThat(diverged.message()).contains("dev loss NaN");
    assertThat(reported).hasSize(1);
  }

  @Test
  void anEnginesExceptionIsAFailure() {
    Failed failed = (Failed) run(0, 2, null, with(), 0.6, -1);
    assertThat(failed.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(failed.message()).contains("IllegalStateException", "a bug in the engine");
  }

  @Test
  void aConfigurationThatMakesNoNetworkIsAFailureSaidInASentence() {
    Failed failed = (Failed) run(0, 1, null, with("l2", -1), 0.6);
    assertThat(failed.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(failed.message()).startsWith("l2 is '-1' but must be");
  }

  @Test
  void storageTroubleIsAFailureOfItsOwnKind() {
    Advanced first = advanced(run(0, 1, null, with(), 0.6, 0.7));
    storage.fill();
    Failed full = (Failed) run(1, 2, first.checkpoints(), with(), 0.6, 0.7);
    assertThat(full.kind()).isEqualTo(FailureKind.STORAGE);
    assertThat(full.message()).contains("no space left");
    storage.delete("checkpoints");
    Failed lost = (Failed) run(1, 2, first.checkpoints(), with(), 0.6, 0.7);
    assertThat(lost.kind()).isEqualTo(FailureKind.STORAGE);
    assertThat(lost.message()).contains("checkpoints/5/epoch-1");
  }

  @Test
  void aDamagedOrMissingCheckpointIsTrainedAgainFromTheOneBefore() throws IOException {
    double[] script = {0.6, 0.8, 0.7, 0.9, 0.7, 0.7};
    Configuration network = with("earlyStopping", 3, "decay", "cosine");
    Advanced first = advanced(run(0, 2, null, network, script));
    Advanced second = advanced(run(2, 4, first.checkpoints(), network, script));
    assertThat(second.checkpoints().previous()).isEqualTo(first.checkpoints().latest());
    Advanced undisturbed = advanced(run(4, 6, second.checkpoints(), network, script));
    byte[] whole = storage.read(undisturbed.checkpoints().latest().path());

    String latest = second.checkpoints().latest().path();
    byte[] damaged = storage.read(latest);
    damaged[30] ^= 1;
    storage.write(latest, damaged);
    for (int i = 0; i < 2; i++) {
      Advanced again = advanced(run(4, 6, second.checkpoints(), network, script));
      assertThat(again.epoch()).isEqualTo(6);
      assertThat(again.points())
          .as("what is known already is not told again")
          .isEqualTo(reported)
          .usingRecursiveComparison()
          .ignoringFields("seconds")
          .isEqualTo(undisturbed.points());
      assertThat(storage.read(again.checkpoints().latest().path())).isEqualTo(whole);
      assertThat(again.checkpoints().previous()).isEqualTo(first.checkpoints().latest());
      assertThat(store.read(again.checkpoints().best()).state().epoch()).isEqualTo(4);
      storage.delete(latest);
    }
  }

  @Test
  void withoutOneBeforeADamagedCheckpointIsAFailure() throws IOException {
    Advanced first = advanced(run(0, 1, null, with(), 0.6, 0.7));
    storage.write(first.checkpoints().latest().path(), new byte[1]);
    Failed failed = (Failed) run(1, 2, first.checkpoints(), with(), 0.6, 0.7);
    assertThat(failed.kind()).isEqualTo(FailureKind.STORAGE);
    assertThat(failed.message()).contains("is damaged");
  }

  @Test
  void aCheckpointOfAnotherEpochIsRefused() {
    Advanced first = advanced(run(0, 1, null, with(), 0.6, 0.7, 0.8));
    Failed failed = (Failed) run(2, 3, first.checkpoints(), with(), 0.6, 0.7, 0.8);
    assertThat(failed.kind()).isEqualTo(FailureKind.STORAGE);
    assertThat(failed.message()).contains("holds epoch 1, not 2");
  }

  @Test
  void exhaustedMemoryIsNotSwallowed() {
    Trainer trainer = new ScriptedTrainer(DATA, 0.6);
    assertThatThrownBy(
            () ->
                work(trainer)
                    .run(
                        segment(0, 1, null, with()),
                        "worker",
                        (segment, point) -> {
                          throw new OutOfMemoryError("simulated");
                        }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void releasingAThreadReachesTheEngine() {
    ScriptedTrainer trainer = new ScriptedTrainer(DATA, 0.6);
    work(trainer).releaseThread();
    assertThat(trainer.released).isEqualTo(1);
  }

  private SegmentResult run(
      int from,
      int to,
      @Nullable Checkpoints checkpoints,
      Configuration network,
      double... script) {
    reported.clear();
    return work(new ScriptedTrainer(DATA, script))
        .run(
            segment(from, to, checkpoints, network),
            "worker",
            (segment, point) -> {
              reported.add(point);
              return verdict;
            });
  }

  private TrainingWork work(Trainer trainer) {
    Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
    return new TrainingWork(trainer, DATA, objective, store);
  }

  private static Segment segment(
      int from, int to, @Nullable Checkpoints checkpoints, Configuration network) {
    return new Segment(new TrialId(5), network, 1, from, to, MAX_EPOCHS, checkpoints, 77);
  }

  private static Advanced advanced(SegmentResult result) {
    assertThat(result).isInstanceOf(Advanced.class);
    return (Advanced) result;
  }

  private float[] parameters(Advanced advanced) throws IOException {
    return store.read(advanced.checkpoints().latest()).state().array("parameters");
  }
}
