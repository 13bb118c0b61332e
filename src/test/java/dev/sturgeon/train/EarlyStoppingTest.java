package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import org.junit.jupiter.api.Test;

final class EarlyStoppingTest {
  private static final Objective OBJECTIVE =
      new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);

  @Test
  void theBestEpochIsKeptUntilABetterOne() {
    EarlyStopping stopping = after(3, 0.5, 0.8, 0.7, 0.8, 0.9);
    assertThat(stopping.bestEpoch()).isEqualTo(5);
    assertThat(after(3, 0.5, 0.8, 0.7).bestEpoch()).isEqualTo(2);
  }

  @Test
  void aTiedMetricWithALowerLossIsAGain() {
    EarlyStopping stopping = EarlyStopping.NONE.after(1, new Scores(0.3, 0.9), OBJECTIVE, 2);
    assertThat(stopping.after(2, new Scores(0.2, 0.9), OBJECTIVE, 2).bestEpoch()).isEqualTo(2);
    assertThat(stopping.after(2, new Scores(0.4, 0.9), OBJECTIVE, 2).bestEpoch()).isEqualTo(1);
  }

  @Test
  void itEndsAfterAsManyEpochsWithoutGainAsThePatience() {
    assertThat(after(2, 0.8, 0.7).isOver(2, 2)).isFalse();
    assertThat(after(2, 0.8, 0.7, 0.7).isOver(3, 2)).isTrue();
  }

  @Test
  void withoutPatienceTheLastEpochCountsAndNothingEnds() {
    EarlyStopping stopping = after(0, 0.8, 0.7, 0.6);
    assertThat(stopping.bestEpoch()).isEqualTo(3);
    assertThat(stopping.isOver(100, 0)).isFalse();
  }

  private static EarlyStopping after(int patience, double... accuracies) {
    EarlyStopping stopping = EarlyStopping.NONE;
    for (int i = 0; i < accuracies.length; i++) {
      stopping = stopping.after(i + 1, new Scores(1, accuracies[i]), OBJECTIVE, patience);
    }
    return stopping;
  }
}
