package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.SegmentResult.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the study loop expects of every executor. */
@Timeout(300)
public abstract class TrialExecutorContract {

  /** An executor with two slots. */
  protected abstract TrialExecutor executor();

  /** A new trial's segment of three epochs out of six, on that executor. */
  protected abstract Segment segment(int trial, long token);

  /** A segment whose training throws. */
  protected abstract Segment failing(int trial, long token);

  @Test
  void hasSlotsInTheEnd() throws Exception {
    try (TrialExecutor executor = executor()) {
      while (executor.slots() == 0) {
        executor.poll(Duration.ofMillis(100));
      }
      assertThat(executor.slots()).isEqualTo(2);
    }
  }

  @Test
  void eachSegmentEndsExactlyOnce() throws Exception {
    try (TrialExecutor executor = executor()) {
      for (int i = 0; i < 6; i++) {
        executor.submit(segment(i, 100 + i));
      }
      assertThat(ends(executor, 6))
          .extracting(TrialExecutor.Ended::token)
          .containsExactlyInAnyOrder(100L, 101L, 102L, 103L, 104L, 105L);
      assertThat(executor.poll(Duration.ofMillis(10))).isEmpty();
    }
  }

  @Test
  void aSegmentAdvancesToItsEnd() throws Exception {
    try (TrialExecutor executor = executor()) {
      executor.submit(segment(0, 1));
      SegmentResult.Advanced advanced = (SegmentResult.Advanced) ends(executor, 1).get(0).result();
      assertThat(advanced.epoch()).isEqualTo(3);
      assertThat(advanced.ended()).isEqualTo(Ending.OPEN);
      assertThat(advanced.points()).extracting(CurvePoint::epoch).containsExactly(1, 2, 3);
      assertThat(advanced.checkpoints().latest().epoch()).isEqualTo(3);
    }
  }

  @Test
  void aFailureIsAResultLikeAnyOther() throws Exception {
    try (TrialExecutor executor = executor()) {
      executor.submit(failing(0, 1));
      executor.submit(segment(1, 2));
      List<TrialExecutor.Ended> ends = ends(executor, 2);
      assertThat(ends)
          .filteredOn(ended -> ended.token() == 1)
          .singleElement()
          .satisfies(ended -> assertThat(ended.result()).isInstanceOf(SegmentResult.Failed.class));
    }
  }

  @Test
  void aStoppedSegmentStillEndsWithWhatItHas() throws Exception {
    try (TrialExecutor executor = executor()) {
      executor.submit(segment(0, 1));
      executor.stop(1);
      SegmentResult.Advanced advanced = (SegmentResult.Advanced) ends(executor, 1).get(0).result();
      assertThat(advanced.points()).hasSize(advanced.epoch());
      assertThat(advanced.ended()).isEqualTo(advanced.epoch() < 3 ? Ending.STOPPED : Ending.OPEN);
    }
  }

  @Test
  void stoppingWhatIsNotRunningDoesNothing() throws Exception {
    try (TrialExecutor executor = executor()) {
      executor.stop(99);
      executor.submit(segment(0, 1));
      assertThat(ends(executor, 1).get(0).token()).isEqualTo(1);
    }
  }

  private static List<TrialExecutor.Ended> ends(TrialExecutor executor, int count)
      throws InterruptedException {
    List<TrialExecutor.Ended> ends = new ArrayList<>();
    while (ends.size() < count) {
      for (TrialExecutor.Event event : executor.poll(Duration.ofSeconds(1))) {
        if (event instanceof TrialExecutor.Ended ended) {
          ends.add(ended);
        }
      }
    }
    return ends;
  }
}
