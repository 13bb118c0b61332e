package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Asha;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Usage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class FailureTest {
  private final Bench bench = new Bench();
  private FailureKind failure = FailureKind.WORKER_LOST;

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"ACCURACY", "LOG_LOSS"})
  void whatDivergesOrFailsNeverLeads(Metric metric) throws Exception {
    bench.metric = metric;
    bench.surrogate =
        (segment, epoch) ->
            switch (segment.trial().number() % 5) {
              case 0 -> throw new IllegalStateException("boom");
              case 1 -> point(epoch, Double.NaN, 0.5);
              case 2 -> point(epoch, Double.POSITIVE_INFINITY, 0.5);
              case 3 -> point(epoch, 0.5, Double.NaN);
              default -> point(epoch, 0.5, 0.5);
            };
    StudyState state = bench.run().state();
    assertThat(state.history().best().orElseThrow().id().number()).isEqualTo(4);
    assertThat(state.history().count(Trial.Status.FAILED)).isEqualTo(2);
    assertThat(state.history().count(Trial.Status.DIVERGED)).isEqualTo(4);
    assertThat(state.history().ranked())
        .extracting(trial -> trial.id().number())
        .containsExactly(4, 9);
    assertThat(state.history().trials().get(0).message()).isEqualTo("boom");
  }

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"ACCURACY", "LOG_LOSS"})
  void whatDivergesIsNeverPromoted(Metric metric) throws Exception {
    bench.metric = metric;
    bench.budget = new Budget(30, 9, 9);
    bench.scheduler =
        births ->
            new Asha(
                births, new Objective(metric, Objective.ClassWeights.NONE), 3, List.of(1, 3, 9));
    bench.surrogate =
        (segment, epoch) ->
            point(
                epoch,
                segment.trial().number() % 10 > 6 ? Double.NaN : 0.5,
                segment.configuration().real("x"));
    StudyState state = bench.run().state();
    List<Integer> promoted =
        bench.events(Event.TrialPromoted.class).stream().map(e -> e.trial().number()).toList();
    assertThat(state.history().count(Trial.Status.DIVERGED)).isEqualTo(9);
    assertThat(promoted).isNotEmpty().allMatch(number -> number % 10 <= 6);
    assertThat(state.history().best().orElseThrow().id().number() % 10).isLessThan(7);
  }

  @Test
  void aLostSegmentIsIssuedAgainUnderANewTokenAndTheTrialIsTheSame() throws Exception {
    loseSegments(segment -> segment.trial().number() == 1, 3);
    StudyState state = bench.run().state();
    assertThat(state.history().trials()).isEqualTo(new Bench().run().state().history().trials());
    List<Long> tokens =
        bench.events(Event.SegmentIssued.class).stream()
            .map(Event.SegmentIssued::segment)
            .filter(segment -> segment.trial().number() == 1 && segment.fromEpoch() == 0)
            .map(Segment::token)
            .toList();
    assertThat(tokens).hasSize(4).doesNotHaveDuplicates();
    assertThat(bench.told).contains("lost 1: executor 7 is gone");
    assertThat(bench.replayed().history().trials()).isEqualTo(state.history().trials());
  }

  @Test
  void aTrialIsNotBlamedHoweverOftenItsWorkersAreLost() throws Exception {
    loseSegments(segment -> segment.trial().number() == 1, 40);
    StudyState state = bench.run().state();
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(10);
  }

  @Test
  void aTrialWhoseFilesCannotBeReadFourTimesInARowFails() throws Exception {
    failure = FailureKind.STORAGE;
    loseSegments(segment -> segment.trial().number() == 1, 4);
    StudyState state = bench.run().state();
    assertThat(state.history().trials().get(1).status()).isEqualTo(Trial.Status.FAILED);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(9);
    assertThat(bench.replayed().history().trials()).isEqualTo(state.history().trials());
  }

  @Test
  void anAnswerToAnOldTokenIsDropped() throws Exception {
    bench.around =
        executor -> {
          WatchedExecutor watched = new WatchedExecutor(executor, segment -> {});
          watched.echo = ended -> new TrialExecutor.Ended(ended.token(), lost());
          return watched;
        };
    StudyState state = bench.run().state();
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(10);
    assertThat(bench.events(Event.SegmentEnded.class)).hasSize(20);
    assertThat(state.answersDropped()).isEqualTo(20);
    assertThat(bench.replayed().answersDropped()).isEqualTo(20);
  }

  @Test
  void slotsMayComeLateAndGoAndComeBack() throws Exception {
    bench.budget = new Budget(4, 4, 4);
    bench.around =
        executor -> {
          WatchedExecutor watched = new WatchedExecutor(executor, segment -> {});
          watched.slots =
              own -> bench.clock.seconds() < 70 || bench.clock.seconds() == 74 ? 0 : own;
          return watched;
        };
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.BUDGET);
    assertThat(outcome.state().history().count(Trial.Status.COMPLETED)).isEqualTo(4);
    assertThat(bench.told)
        .startsWith("slots 0", "no slots for 30 s", "no slots for 60 s", "slots 2");
    assertThat(bench.events(Event.SlotsChanged.class))
        .extracting(Event.SlotsChanged::slots)
        .containsExactly(0, 2, 0, 2);
  }

  /** Loses the first issues of the segments that begin such a trial. */
  private void loseSegments(Predicate<Segment> which, int times) {
    Map<Long, Segment> doomed = new HashMap<>();
    int[] left = {times};
    bench.around =
        executor -> {
          WatchedExecutor watched =
              new WatchedExecutor(
                  executor,
                  segment -> {
                    if (which.test(segment) && left[0]-- > 0) {
                      doomed.put(segment.token(), segment);
                    }
                  });
          watched.change =
              ended ->
                  doomed.containsKey(ended.token())
                      ? new TrialExecutor.Ended(ended.token(), lost())
                      : ended;
          return watched;
        };
  }

  private SegmentResult lost() {
    return new SegmentResult.Failed(failure, "executor 7 is gone", new Usage("7", 1, 0));
  }

  private static CurvePoint point(int epoch, double loss, double metric) {
    Scores scores = new Scores(loss, metric);
    return new CurvePoint(epoch, 0.1, scores, scores, List.of(), 1);
  }
}
