package dev.sturgeon.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.stats.Sample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  private static final TrialId A = new TrialId(0);
  private static final TrialId B = new TrialId(1);
  private static final TrialId C = new TrialId(2);

  private final History history = ConfirmingSamples.history();

  VerdictTest() {
    for (TrialId id : List.of(A, B, C)) {
      history.put(ConfirmingSamples.trained(id, id.number(), 0.99, 1, true));
    }
  }

  private static Confirmation plan(int seeds, TrialId... candidates) {
    return new Confirmation(List.of(candidates), 0, seeds, 1, false);
  }

  /** Adds the next run. */
  private void run(double metric, double seconds) {
    TrialId id = TrialId.repeat(history.repeats().size());
    history.put(ConfirmingSamples.trained(id, 0, metric, seconds, true));
  }

  @Test
  void theBestWinsWhereTheOthersAreKnownToBeWorse() {
    for (double base : new double[] {0.90, 0.92, 0.94}) {
      run(base, 9);
      run(base - 0.05, 1);
    }
    Verdict verdict = Verdict.of(plan(3, A, B), history);
    assertThat(verdict.winner()).contains(A);
    assertThat(verdict.judged().get(1).distinguished()).isTrue();
    assertThat(verdict.judgedWinner().orElseThrow().confirmed())
        .isEqualTo(new Sample(0.90, 0.92, 0.94));
    assertThat(verdict.saved()).as("median of three").contains(TrialId.repeat(2));
  }

  @Test
  void pairsAreComparedNotMeans() {
    // The seeds differ far more than the candidates, but by the same for both.
    for (double base : new double[] {0.5, 0.7, 0.9}) {
      run(base, 1);
      run(base - 0.010 - base / 1000, 1);
    }
    assertThat(Verdict.of(plan(3, A, B), history).judged().get(1).distinguished()).isTrue();
  }

  @Test
  void ofThoseNotDistinguishedTheCheapestWins() {
    double[] wobble = {0.02, -0.02, 0.01, -0.01, 0.0};
    for (double w : wobble) {
      run(0.95 + w, 5);
      run(0.94 - w, 1);
      run(0.80, 0.1);
    }
    Verdict verdict = Verdict.of(plan(5, A, B, C), history);
    assertThat(verdict.judged().get(0).difference()).as("the best on average").isNull();
    assertThat(verdict.judged().get(1).distinguished()).isFalse();
    assertThat(verdict.judged().get(2).distinguished()).isTrue();
    assertThat(verdict.winner()).contains(B);
    // 0.92, 0.93, 0.94, 0.95, 0.96 of its runs 1, 7, 13, 10 and 4.
    assertThat(verdict.saved()).contains(TrialId.repeat(13));
  }

  @Test
  void theSearchsOwnRunsDoNotCount() {
    run(0.7, 1);
    run(0.7, 1);
    assertThat(Verdict.of(plan(2, A), history).judged().get(0).confirmed())
        .isEqualTo(new Sample(0.7, 0.7));
  }

  @Test
  void onlySeedsCountThatAllHave() {
    run(0.9, 1);
    run(0.8, 1);
    run(0.9, 1);
    run(0.8, 1);
    run(0.1, 1);
    Verdict verdict = Verdict.of(plan(3, A, B), history);
    assertThat(verdict.seeds()).isEqualTo(2);
    assertThat(verdict.judged().get(0).confirmed()).isEqualTo(new Sample(0.9, 0.9));
    assertThat(verdict.winner()).contains(A);
  }

  @Test
  void aSingleSeedConfirmsNothing() {
    run(0.9, 1);
    run(0.8, 1);
    Verdict verdict = Verdict.of(plan(3, A, B), history);
    assertThat(verdict.seeds()).isEqualTo(1);
    assertThat(verdict.winner()).isEmpty();
    assertThat(verdict.saved()).isEmpty();
    assertThat(Verdict.of(plan(3, B, C), ConfirmingSamples.history()).winner()).isEmpty();
  }

  @Test
  void whatDivergesOnceIsOut() {
    IntStream.range(0, 2).forEach(i -> run(0.9, 1));
    TrialId next = TrialId.repeat(2);
    history.put(
        ConfirmingSamples.born(next, 0)
            .running()
            .after(new SegmentResult.Diverged(1, "loss NaN", List.of(), new Usage("", 1, 1))));
    run(0.8, 1);
    Verdict verdict = Verdict.of(plan(2, A, B), history);
    assertThat(verdict.winner()).contains(B);
    assertThat(verdict.judged().get(0).why()).isEqualTo("run c2 diverged");
    assertThat(verdict.judged().get(0).confirmed()).isNull();
  }

  @Test
  void aRunThatTheStudysLimitCutsShortDoesNotCountOneThatItsOwnDoes() {
    run(0.9, 1);
    TrialId id = TrialId.repeat(1);
    Trial paused = ConfirmingSamples.trained(id, 0, 0.8, 1, false).reopened();
    history.put(paused.stopped());
    assertThat(Verdict.of(plan(2, A), history).seeds()).isEqualTo(1);
    history.put(paused.stopped("maxTrialDuration 1 s used up"));
    assertThat(Verdict.of(plan(2, A), history).seeds()).isEqualTo(2);
  }

  @Test
  void withFewSeedsTheBestWinsThoughAnotherIsCheaper() {
    for (double w : new double[] {0.02, -0.02, 0.01}) {
      run(0.95 + w, 5);
      run(0.94 - w, 1);
    }
    Verdict verdict = Verdict.of(plan(3, A, B), history);
    assertThat(verdict.judged().get(1).distinguished()).isFalse();
    assertThat(verdict.winner()).contains(A);
  }

  @Test
  void whereTimesMayNotCountTheFirstOfEqualEpochsWins() {
    for (double w : new double[] {0.02, -0.02, 0.01, -0.01}) {
      run(0.95 + w, 5);
      run(0.94 - w, 1);
    }
    Confirmation strict = new Confirmation(List.of(A, B), 0, 4, 1, true);
    assertThat(Verdict.of(strict, history).winner()).contains(A);
    assertThat(Verdict.of(plan(4, A, B), history).winner()).contains(B);
  }

  @Test
  void whatFailsByNoFaultOfItsOwnIsNotOut() {
    IntStream.range(0, 2).forEach(i -> run(0.9, 1));
    history.put(
        ConfirmingSamples.born(TrialId.repeat(2), 0)
            .running()
            .after(
                new SegmentResult.Failed(FailureKind.STORAGE, "no answer", new Usage("", 1, 1))));
    run(0.8, 1);
    Verdict verdict = Verdict.of(plan(2, A, B), history);
    assertThat(verdict.judged().get(0).why()).isEmpty();
    assertThat(verdict.seeds()).as("that both have").isEqualTo(1);
  }
}
