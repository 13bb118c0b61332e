package dev.sturgeon.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.stats.Sample;
import dev.sturgeon.trial.Retested.Outcome;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The winner, trial 0, and one challenger; a single selection seed, three judging seeds. */
final class RetestedTest {
  private final History history = ConfirmingSamples.history();

  RetestedTest() {
    history.put(ConfirmingSamples.trained(new TrialId(0), 0, 0.90, 1, true));
    history.put(ConfirmingSamples.trained(new TrialId(1), 1, 0.99, 1, true));
  }

  private static Retest plan(double minGain, boolean changed, Double... before) {
    return new Retest(
        List.of(known(4), known(2)),
        0,
        1,
        3,
        1,
        1,
        minGain,
        changed,
        new Retest.Before(List.of(before), 0.01, 0.01));
  }

  private static Retest.Known known(int trial) {
    return new Retest.Known(
        "", new TrialId(trial), ConfirmingSamples.born(new TrialId(trial), trial).configuration());
  }

  private void runs(double... metrics) {
    for (double metric : metrics) {
      TrialId id = TrialId.repeat(history.repeats().size());
      history.put(ConfirmingSamples.trained(id, 0, metric, 1, true));
    }
  }

  private void lost() {
    TrialId id = TrialId.repeat(history.repeats().size());
    history.put(
        ConfirmingSamples.born(id, 0)
            .running()
            .after(new SegmentResult.Diverged(1, "loss NaN", List.of(), new Usage("", 1, 1))));
  }

  @Test
  void aGainAboveTheLeastAdvisesANewSearch() {
    runs(0.90, 0.80, 0.85, 0.951, 0.850, 0.899);
    Retested retested = Retested.of(plan(0.04, false, 0.9), history);
    assertThat(retested.outcome()).isEqualTo(Outcome.RE_TUNE);
    assertThat(retested.challenger()).contains(new TrialId(1));
    assertThat(retested.challenged()).isEqualTo(new Sample(0.951, 0.850, 0.899));
    assertThat(Retested.of(plan(0.06, false, 0.9), history).outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(Retested.of(plan(0.05, false, 0.9), history).outcome())
        .as("the interval includes it")
        .isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void theSelectionsRunsDoNotCount() {
    runs(0.9, 0.91, 0.92, 0.9, 0.91, 0.92);
    assertThat(Retested.of(plan(0.01, false, 0.9), history).outcome()).isEqualTo(Outcome.HOLDS);
  }

  @Test
  void runsThatAreMissingDecideNothing() {
    runs(0.9, 0.8, 0.9, 0.99);
    Retested retested = Retested.of(plan(0, false, 0.9), history);
    assertThat(retested.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(retested.gain()).as("of one pair").isNull();
  }

  @Test
  void aChallengerThatDivergesOnceIsNotReliedOn() {
    runs(0.5, 0.6, 0.55, 0.95, 0.96);
    lost();
    Retested retested = Retested.of(plan(0, false, 0.9), history);
    assertThat(retested.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(retested.why()).isEqualTo("the challenger's run c5 diverged");
  }

  @Test
  void onOtherDataTheWinnerMayBeDegraded() {
    runs(0.70, 0.71, 0.72, 0.70, 0.71, 0.72);
    Retested retested = Retested.of(plan(0.01, true, 0.90, 0.91, 0.92), history);
    assertThat(retested.outcome()).isEqualTo(Outcome.DEGRADED);
    assertThat(Objects.requireNonNull(retested.loss()).includes(0.2)).isTrue();
    assertThat(Retested.of(plan(0.01, false, 0.90, 0.91, 0.92), history).degraded())
        .as("on the same data a seed's bad luck is all it can be")
        .isFalse();
    assertThat(Retested.of(plan(0.01, true, 0.91), history).outcome())
        .as("against the single value of a search that was not confirmed")
        .isEqualTo(Outcome.DEGRADED);
  }

  @Test
  void anotherDevPartAloneMayShiftTheFigures() {
    runs(0.890, 0.891, 0.892, 0.890, 0.891, 0.892);
    Retest.Before before = new Retest.Before(List.of(0.900, 0.901, 0.902), 0.01, 0.01);
    Retest plan = new Retest(List.of(known(4), known(2)), 0, 1, 3, 1, 1, 0, true, before);
    assertThat(Retested.of(plan, history).degraded()).isFalse();
    Retest.Before sure = new Retest.Before(List.of(0.900, 0.901, 0.902), 0, 0);
    Retest certain = new Retest(List.of(known(4), known(2)), 0, 1, 3, 1, 1, 0, true, sure);
    assertThat(Retested.of(certain, history).degraded()).isTrue();
  }

  @Test
  void whereSomethingBetterIsKnownThatCountsMore() {
    runs(0.70, 0.71, 0.72, 0.80, 0.81, 0.82);
    Retested retested = Retested.of(plan(0.01, true, 0.90, 0.91, 0.92), history);
    assertThat(retested.outcome()).isEqualTo(Outcome.RE_TUNE);
    assertThat(retested.degraded()).isTrue();
  }

  @Test
  void aWinnerThatMostlyDivergesIsDegradedOnAnyData() {
    runs(0.9);
    lost();
    lost();
    runs(0.9, 0.9);
    lost();
    assertThat(Retested.of(plan(0.01, false, 0.9), history).outcome()).isEqualTo(Outcome.DEGRADED);
  }

  @Test
  void aChallengerThatAloneTrainsIsBetterWhateverItsValues() {
    runs(0.9);
    lost();
    lost();
    runs(0.7, 0.7);
    assertThat(Retested.of(plan(0.01, false, 0.9), history).outcome())
        .as("its last run is missing")
        .isEqualTo(Outcome.DEGRADED);
    runs(0.7);
    Retested retested = Retested.of(plan(0.01, false, 0.9), history);
    assertThat(retested.outcome()).isEqualTo(Outcome.RE_TUNE);
    assertThat(retested.degraded()).isTrue();
    assertThat(retested.gain()).as("of one pair").isNull();
  }
}
