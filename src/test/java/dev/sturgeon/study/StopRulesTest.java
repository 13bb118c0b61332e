package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Trial;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StopRulesTest {
  private final Bench bench = new Bench();

  @Test
  void maxDurationStopsRunningTrialsAtTheirNextEpoch() throws Exception {
    bench.budget = new Budget(100, 4, 4);
    bench.limits = new Limits(null, Duration.ofMillis(9500), null, null, null);
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.DURATION);
    assertThat(bench.clock.seconds()).isEqualTo(10);
    assertThat(outcome.state().history().trials())
        .extracting(Trial::status, Trial::epoch)
        .endsWith(
            tuple(Trial.Status.COMPLETED, 4),
            tuple(Trial.Status.STOPPED, 2),
            tuple(Trial.Status.STOPPED, 2))
        .hasSize(6);
  }

  /** Two slots take 8 seconds of each trial: 25 of two at once, and what runs ends its epoch. */
  @Test
  void maxCoreHoursIsKeptWithinASegment() throws Exception {
    bench.budget = new Budget(100, 4, 4);
    bench.limits = new Limits(null, null, null, null, 25 / 3600.0);
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.CORE_HOURS);
    assertThat(outcome.detail()).contains("maxCoreHours 0.0069");
    assertThat(bench.clock.seconds()).isBetween(12.5, 14.0);
    assertThat(outcome.state().coreHours(bench.clock.seconds()) * 3600).isBetween(25.0, 28.0);
  }

  @Test
  void coreHoursGoOnWhereAStoppedStudyEnded() throws Exception {
    bench.budget = new Budget(100, 4, 4);
    bench.limits = new Limits(null, null, null, null, 25 / 3600.0);
    bench.around = executor -> askingAfter(3, () -> bench.signal.finish("Ctrl-C"), executor);
    assertThat(bench.run().reason()).isEqualTo(StopReason.REQUESTED);
    double before = bench.clock.seconds();
    assertThat(before).isLessThan(12);

    bench.signal = new StopSignal();
    bench.around = executor -> executor;
    assertThat(bench.run().reason()).isEqualTo(StopReason.CORE_HOURS);
    assertThat(bench.clock.seconds()).isBetween(12.5, 14.0);
  }

  @Test
  void aTrialBetweenTwoSegmentsCountsWithWhatItHas() throws Exception {
    bench.slots = 1;
    bench.budget = new Budget(1, 4, 2);
    bench.limits = new Limits(null, Duration.ofSeconds(2), null, null, null);
    StudyOutcome outcome = bench.run();
    assertThat(bench.events(Event.TrialStopped.class)).hasSize(1);
    Trial trial = outcome.state().history().best().orElseThrow();
    assertThat(trial.status()).isEqualTo(Trial.Status.STOPPED);
    assertThat(trial.epoch()).isEqualTo(2);
    assertThat(bench.replayed().history().best()).contains(trial);
  }

  @Test
  void theTargetIsReachedFromBelowOrFromAbove() throws Exception {
    bench.slots = 1;
    bench.surrogate = (segment, epoch) -> Bench.point(epoch, segment.trial().number() * 0.1);
    bench.limits = new Limits(null, null, 0.4, null, null);
    StudyOutcome up = bench.run();
    assertThat(up.reason()).isEqualTo(StopReason.TARGET);
    assertThat(up.detail()).contains("trial 4", "0.4");
    assertThat(up.state().history().trials()).hasSize(5);

    Bench down = new Bench();
    down.slots = 1;
    down.metric = Metric.LOG_LOSS;
    down.surrogate = (segment, epoch) -> Bench.point(epoch, 1 - segment.trial().number() * 0.125);
    down.limits = new Limits(null, null, 0.5, null, null);
    assertThat(down.run().state().history().trials()).hasSize(5);
  }

  @Test
  void stopsAfterSoManyCompletedTrialsWithoutNewBest() throws Exception {
    bench.slots = 1;
    bench.budget = new Budget(100, 1, 1);
    bench.surrogate =
        (segment, epoch) ->
            Bench.point(
                epoch,
                switch (segment.trial().number()) {
                  case 2 -> 0.9;
                  case 4 -> throw new IllegalStateException("a failed trial does not count");
                  default -> 0.5;
                });
    bench.limits = new Limits(null, null, null, 3, null);
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.NO_GAIN);
    assertThat(outcome.state().history().trials()).as("0 1 [2] 3 (4) 5 6").hasSize(7);
  }

  @Test
  void aPoliteRequestWaitsForTheNextEpochs() throws Exception {
    bench.around = executor -> askingAfter(3, () -> bench.signal.finish("Ctrl-C"), executor);
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.REQUESTED);
    assertThat(outcome.detail()).isEqualTo("Ctrl-C");
    assertThat(outcome.reason().isFinal()).isFalse();
    assertThat(bench.told).contains("stopping REQUESTED with 2 running");
    assertThat(bench.events(Event.SegmentEnded.class))
        .hasSameSizeAs(bench.events(Event.SegmentIssued.class));
    assertThat(outcome.state().open()).isEmpty();
    assertThat(outcome.state().history().count(Trial.Status.STOPPED)).as("for good").isZero();
  }

  @Test
  void anUrgentRequestWaitsForNothing() throws Exception {
    bench.around = executor -> askingAfter(3, () -> bench.signal.now("Ctrl-C twice"), executor);
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.REQUESTED);
    int lost =
        bench.events(Event.SegmentIssued.class).size()
            - bench.events(Event.SegmentEnded.class).size();
    assertThat(lost).isEqualTo(2);
    assertThat(outcome.state().open()).as("to be issued again by the next driver").hasSize(2);
  }

  @Test
  void aStudyInWhichEverythingFailsStopsWithTheReason() throws Exception {
    bench.budget = new Budget(1000, 4, 2);
    bench.surrogate =
        (segment, epoch) -> {
          throw new IllegalStateException("no such column: colour");
        };
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.ALL_FAILED);
    assertThat(outcome.detail()).contains("first 5 trials", "no such column: colour");
    assertThat(outcome.state().history().trials().size()).isLessThan(8);
    assertThat(outcome.state().history().best()).isEmpty();
  }

  @Test
  void failuresAfterASuccessDoNotStopTheStudy() throws Exception {
    bench.surrogate =
        (segment, epoch) -> {
          if (segment.trial().number() != 4) {
            throw new IllegalStateException("bad luck");
          }
          return Bench.point(epoch, 0.5);
        };
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.BUDGET);
    assertThat(outcome.state().history().best().orElseThrow().id().number()).isEqualTo(4);
  }

  private static TrialExecutor askingAfter(int segments, Runnable ask, TrialExecutor executor) {
    int[] left = {segments};
    return new WatchedExecutor(
        executor,
        segment -> {
          if (left[0]-- == 0) {
            ask.run();
          }
        });
  }
}
