package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Ending;
import dev.sturgeon.trial.TrialId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SimulatedTrialExecutorTest extends TrialExecutorContract {
  private final VirtualClock clock = new VirtualClock();

  @Override
  protected TrialExecutor executor() {
    return new SimulatedTrialExecutor(
        2,
        clock,
        (segment, epoch) -> {
          if (segment.configuration().has("fails")) {
            throw new IllegalArgumentException("told to");
          }
          return Bench.point(epoch, 0.5);
        });
  }

  @Override
  protected Segment segment(int trial, long token) {
    return segment(trial, token, Configuration.of(Map.of()));
  }

  @Override
  protected Segment failing(int trial, long token) {
    return segment(trial, token, Configuration.of(Map.of("fails", Value.of("yes"))));
  }

  private static Segment segment(int trial, long token, Configuration configuration) {
    return new Segment(new TrialId(trial), configuration, 1, 0, 3, 6, null, token);
  }

  @Test
  void pollMovesTimeByNoMoreThanItsPatience() throws Exception {
    try (TrialExecutor executor = executor()) {
      executor.submit(segment(0, 1));
      assertThat(executor.poll(Duration.ofMillis(400))).isEmpty();
      assertThat(clock.seconds()).isEqualTo(0.4);
      assertThat(executor.poll(Duration.ofSeconds(5))).hasSize(1);
      assertThat(clock.seconds()).as("the first epoch's end").isEqualTo(1);
    }
  }

  @Test
  void whatHappensTogetherIsToldFirstInFirstOut() throws Exception {
    try (TrialExecutor executor = executor()) {
      executor.submit(segment(5, 50));
      executor.submit(segment(4, 40));
      executor.submit(segment(3, 30));
      assertThat(tokens(executor)).isEqualTo(List.of(50L, 40L, 50L, 40L, 50L, 50L, 40L, 40L));
      assertThat(clock.seconds()).isEqualTo(3);
      assertThat(tokens(executor)).containsOnly(30L);
    }
  }

  @Test
  void aSegmentThatIsStoppedEndsAtItsNextEpochEvenWhileItWaits() throws Exception {
    try (TrialExecutor executor = executor()) {
      for (int i = 0; i < 3; i++) {
        executor.submit(segment(i, i));
      }
      executor.stop(0);
      executor.stop(2);
      for (TrialExecutor.Event event : all(executor)) {
        if (event instanceof TrialExecutor.Ended ended) {
          SegmentResult.Advanced advanced = (SegmentResult.Advanced) ended.result();
          assertThat(advanced.epoch()).isEqualTo(ended.token() == 1 ? 3 : 1);
          assertThat(advanced.ended()).isEqualTo(ended.token() == 1 ? Ending.OPEN : Ending.STOPPED);
        }
      }
    }
  }

  /** The tokens of what is told in the next three seconds. */
  private static List<Long> tokens(TrialExecutor executor) throws InterruptedException {
    List<Long> tokens = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      for (TrialExecutor.Event event : executor.poll(Duration.ofSeconds(1))) {
        tokens.add(
            event instanceof TrialExecutor.Ended ended
                ? ended.token()
                : ((TrialExecutor.EpochDone) event).token());
      }
    }
    return tokens;
  }

  private static List<TrialExecutor.Event> all(TrialExecutor executor) throws InterruptedException {
    List<TrialExecutor.Event> events = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      events.addAll(executor.poll(Duration.ofSeconds(1)));
    }
    return events;
  }
}
