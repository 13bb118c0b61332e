package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.data.DataException;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.study.SimulatedTrialExecutor;
import dev.sturgeon.study.SimulatedTrialExecutor.Surrogate;
import dev.sturgeon.study.TrialExecutor;
import dev.sturgeon.study.VirtualClock;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult.Failed;
import dev.sturgeon.trial.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  @Test
  void theTimeUntilSomethingBeginsIsNobodys() throws Exception {
    SimulatedTrialExecutor executor = new SimulatedTrialExecutor(1, clock, TimedTrialsTest::steady);
    Configuration only = Configuration.of(Map.of("seconds", Value.of(0.5)));
    assertThat(new TimedTrials(new SlowToBegin(executor, 40), clock, 1).measure(List.of(only)))
        .hasEntrySatisfying(0, mean -> assertThat(mean).isCloseTo(0.5, within(1e-6)));
  }

  /** Until so many seconds have passed nothing begins, and what is stopped has not begun. */
  private final class SlowToBegin implements TrialExecutor {
    private final TrialExecutor executor;
    private final double begin;
    private final Map<Long, Segment> held = new TreeMap<>();
    private final List<Event> told = new ArrayList<>();

    SlowToBegin(TrialExecutor executor, double begin) {
      this.executor = executor;
      this.begin = begin;
    }

    @Override
    public int slots() {
      return executor.slots();
    }

    @Override
    public void submit(Segment segment) {
      held.put(segment.token(), segment);
    }

    @Override
    public void submitAlone(Segment segment) {
      submit(segment);
    }

    @Override
    public void release(long token) {}

    @Override
    public void abandon(long token) {
      held.remove(token);
    }

    @Override
    public List<Event> poll(Duration patience) throws InterruptedException {
      if (clock.seconds() >= begin) {
        held.values().forEach(executor::submit);
        held.clear();
      }
      told.addAll(executor.poll(patience));
      List<Event> all = List.copyOf(told);
      told.clear();
      return all;
    }

    @Override
    public void stop(long token) {
      if (held.remove(token) == null) {
        executor.stop(token);
      } else {
        Usage none = new Usage("", 0, 0);
        told.add(new Ended(token, new Failed(FailureKind.NOT_BEGUN, "stopped before", none)));
      }
    }

    @Override
    public void close() {
      executor.close();
    }
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
