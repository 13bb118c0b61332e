package dev.sturgeon.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HistoryTest {
  private static final Configuration NOTHING = Configuration.of(Map.of());

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"ACCURACY", "LOG_LOSS"})
  void aValueThatIsNotFiniteNeverLeads(Metric metric) {
    for (double odd : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
      History history = history(metric);
      history.put(trial(0, Trial.Status.COMPLETED, new Scores(0.5, odd)));
      assertThat(history.best()).isEmpty();
      history.put(trial(1, Trial.Status.COMPLETED, new Scores(odd, 0.5)));
      assertThat(history.best()).isEmpty();
      history.put(trial(2, Trial.Status.COMPLETED, new Scores(0.5, 0.5)));
      history.put(trial(3, Trial.Status.COMPLETED, new Scores(0.5, odd)));
      assertThat(history.best().map(Trial::id)).contains(new TrialId(2));
      assertThat(history.ranked()).extracting(Trial::id).containsExactly(new TrialId(2));
    }
  }

  @Test
  void theDirectionFollowsFromTheMetric() {
    for (Metric metric : Metric.values()) {
      History history = history(metric);
      history.put(trial(0, Trial.Status.COMPLETED, new Scores(1, 0.4)));
      history.put(trial(1, Trial.Status.COMPLETED, new Scores(1, 0.6)));
      assertThat(history.best().map(Trial::id)).contains(new TrialId(metric.isMaximised() ? 1 : 0));
    }
  }

  @Test
  void tiesGoToTheLowerLossThenToTheLowerNumber() {
    History history = history(Metric.ACCURACY);
    history.put(trial(0, Trial.Status.RUNNING, null));
    history.put(trial(1, Trial.Status.COMPLETED, new Scores(0.3, 0.9)));
    history.put(trial(2, Trial.Status.COMPLETED, new Scores(0.2, 0.9)));
    history.put(trial(0, Trial.Status.COMPLETED, new Scores(0.2, 0.9)));
    assertThat(history.best().map(Trial::id)).contains(new TrialId(0));
    assertThat(history.ranked()).extracting(trial -> trial.id().number()).containsExactly(0, 2, 1);
  }

  @Test
  void aStoppedTrialMayLeadAndALiveOneNot() {
    History history = history(Metric.ACCURACY);
    history.put(trial(0, Trial.Status.PAUSED, new Scores(0.1, 0.99)));
    assertThat(history.best()).isEmpty();
    history.put(trial(1, Trial.Status.STOPPED, new Scores(0.1, 0.95)));
    history.put(trial(2, Trial.Status.COMPLETED, new Scores(0.1, 0.9)));
    assertThat(history.best().map(Trial::id)).contains(new TrialId(1));
  }

  @Test
  void onlySearchTrialsLead() {
    History history = history(Metric.ACCURACY);
    Trial baseline =
        Trial.born(new TrialId(0), Role.BASELINE, null, NOTHING, 1, 1)
            .after(advanced(new Scores(0.1, 1)));
    history.put(baseline);
    assertThat(baseline.status()).isEqualTo(Trial.Status.COMPLETED);
    assertThat(history.best()).isEmpty();
    assertThat(history.ranked()).isEmpty();
  }

  @Test
  void countsByStatus() {
    History history = history(Metric.ACCURACY);
    history.put(trial(0, Trial.Status.FAILED, null));
    history.put(trial(1, Trial.Status.FAILED, null));
    history.put(trial(2, Trial.Status.DIVERGED, null));
    assertThat(history.count(Trial.Status.FAILED)).isEqualTo(2);
    assertThat(history.count(Trial.Status.COMPLETED)).isZero();
  }

  private static History history(Metric metric) {
    return new History(new Objective(metric, Objective.ClassWeights.NONE));
  }

  private static SegmentResult advanced(Scores dev) {
    CheckpointRef ref = new CheckpointRef("c", "0".repeat(64), 1);
    return new SegmentResult.Advanced(
        1,
        SegmentResult.Ending.BUDGET,
        List.of(new CurvePoint(1, 0.1, dev, dev, List.of(), 1)),
        new Checkpoints(ref, ref),
        new Usage("test", 1, 1));
  }

  private static Trial trial(int number, Trial.Status status, @Nullable Scores value) {
    return new Trial(
        new TrialId(number),
        Role.SEARCH,
        null,
        NOTHING,
        1,
        1,
        status,
        List.of(),
        null,
        value,
        "",
        null,
        Past.NONE);
  }
}
