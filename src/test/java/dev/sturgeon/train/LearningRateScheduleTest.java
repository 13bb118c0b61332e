package dev.sturgeon.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LearningRateScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "none,        1,   10, 0.2",
    "inverseTime, 1,   2,  0.1",
    "inverseTime, 1,   4,  0.05",
    "inverseTime, 0.5, 3,  0.1",
    "exponential, 1,   3,  0.05",
    "exponential, 0.0526315789, 2, 0.19",
    "staircase,   1,   3,  0.2",
    "staircase,   1,   4,  0.1",
    "staircase,   1,   7,  0.05",
    "inverseSqrt, 1,   4,  0.1",
    "cosine,      1,   6,  0.1",
  })
  void ratesAreAsByHand(String decay, double k, int epoch, double rate) {
    LearningRateSchedule schedule =
        LearningRateSchedule.of(
            TrainingSettings.of(
                TrainerContract.with(
                    "learningRate", 0.2, "decay", decay, "decayRate", k, "decayEvery", 3)),
            10);
    assertThat(schedule.rate(epoch)).isCloseTo(rate, within(1e-10));
  }

  @ParameterizedTest
  @EnumSource(Decay.Rule.class)
  void everyScheduleStartsAtTheWholeRateNeverRisesAndStaysPositive(Decay.Rule rule) {
    LearningRateSchedule schedule = new LearningRateSchedule(0.3, new Decay(rule, 0.1, 4), 50);
    assertThat(schedule.rate(1)).isEqualTo(0.3);
    for (int epoch = 2; epoch <= 50; epoch++) {
      assertThat(schedule.rate(epoch)).isPositive().isLessThanOrEqualTo(schedule.rate(epoch - 1));
    }
  }

  @Test
  void thereIsNoRateOutsideTheBudget() {
    LearningRateSchedule schedule =
        new LearningRateSchedule(0.3, new Decay(Decay.Rule.COSINE, 1, 1), 5);
    assertThatThrownBy(() -> schedule.rate(0)).hasMessageContaining("1 to 5, not 0");
    assertThatThrownBy(() -> schedule.rate(6)).hasMessageContaining("1 to 5, not 6");
  }
}
