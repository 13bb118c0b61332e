package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataException;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.study.SimulatedTrialExecutor;
import dev.sturgeon.study.SimulatedTrialExecutor.Surrogate;
import dev.sturgeon.study.VirtualClock;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Timing trials, in virtual time. */
final class TimedTrialsTest {
  private static final Scores SCORES = new Scores(1, 0.5);
  private final VirtualClock clock = new VirtualClock();

  @Test
  void everyConfigurationIsTimedWhereEpochsAreShort() throws Exception {
    assertThat(measure(TimedTrialsTest::steady, 0.1, 0.2, 0.4))
        .containsExactly(Map.entry(0, 0.1), Map.entry(1, 0.2), Map.entry(2, 0.4));
  }

  @Test
  void theFirstEpochsOfAJvmDoNotCount() throws Exception {
    Surrogate warming =
        (segment, epoch) ->
            point(epoch, clock.seconds() < 2 ? 1 : seconds(segment.configuration()));
    assertThat(measure(warming, 0.1, 0.2)).containsEntry(1, 0.2);
  }

  @Test
  void ofLongEpochsOnlyTheFirstConfigurationIsTimed() throws Exception {
    assertThat(measure(TimedTrialsTest::steady, 300, 0.1, 0.1))
        .containsExactly(Map.entry(0, 300.0));
    assertThat(clock.seconds()).isBetween(300.0, 301.0);
  }

  @Test
  void aConfigurationThatFailsIsLeftOut() throws Exception {
    assertThat(measure(TimedTrialsTest::steady, 0.5, -1, 0.25)).containsOnlyKeys(0, 2);
  }

  @Test
  void aFirstConfigurationThatCannotBeTrainedIsRefused() {
    assertThatThrownBy(() -> measure(TimedTrialsTest::steady, -1, 0.1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("first configuration")
        .hasMessageContaining("no network");
  }

  private SortedMap<Integer, Double> measure(Surrogate surrogate, double... seconds)
      throws Exception {
    List<Configuration> configurations =
        DoubleStream.of(seconds)
            .mapToObj(each -> Configuration.of(Map.of("seconds", Value.of(each))))
            .toList();
    try (SimulatedTrialExecutor executor = new SimulatedTrialExecutor(2, clock, surrogate)) {
      SortedMap<Integer, Double> timed =
          new TimedTrials(executor, clock, 1).measure(configurations);
      timed.replaceAll((trial, mean) -> Math.round(1e6 * mean) / 1e6);
      return timed;
    }
  }

  private static CurvePoint steady(Segment segment, int epoch) {
    return point(epoch, seconds(segment.configuration()));
  }

  private static double seconds(Configuration configuration) {
    double seconds = configuration.real("seconds");
    if (seconds < 0) {
      throw new IllegalArgumentException("no network");
    }
    return seconds;
  }

  private static CurvePoint point(int epoch, double seconds) {
    return new CurvePoint(epoch, 0.1, SCORES, SCORES, List.of(), seconds);
  }
}
