package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StudyLoopTest {
  private final Bench bench = new Bench();

  @Test
  void trainsEveryTrialToTheEnd() throws Exception {
    StudyOutcome outcome = bench.run();
    assertThat(outcome.reason()).isEqualTo(StopReason.BUDGET);
    assertThat(outcome.state().history().trials())
        .hasSize(10)
        .allMatch(trial -> trial.status() == Trial.Status.COMPLETED && trial.epoch() == 4);
    assertThat(outcome.state().history().best().orElseThrow().id())
        .isEqualTo(outcome.state().history().ranked().get(0).id());
    assertThat(bench.clock.seconds()).as("10 trials of 4 s on 2 slots").isEqualTo(20);
  }

  @Test
  void tellsTheListener() throws Exception {
    bench.budget = new Budget(1, 2, 2);
    bench.run();
    assertThat(bench.told).containsExactly("slots 2", "started 0", "ended 0 COMPLETED", "best 0");
  }

  @Test
  void theJournalAloneRebuildsTheStudy() throws Exception {
    bench.surrogate =
        (segment, epoch) ->
            Bench.point(epoch, segment.trial().number() == 3 ? Double.NaN : epoch * 0.1);
    StudyState live = bench.run().state();
    StudyState replayed = bench.replayed();
    assertThat(replayed.history().trials()).isEqualTo(live.history().trials());
    assertThat(replayed.history().best()).isEqualTo(live.history().best());
    assertThat(replayed.ends()).isEqualTo(live.ends());
    assertThat(replayed.seconds()).isEqualTo(live.seconds());
    assertThat(replayed.finished()).isEqualTo(live.finished());
  }

  @Test
  void trialsAreTheSameAtAnyParallelism() throws Exception {
    bench.slots = 1;
    StudyState one = bench.run().state();
    Bench wide = new Bench();
    wide.slots = 4;
    StudyState four = wide.run().state();
    assertThat(four.history().trials()).isEqualTo(one.history().trials());
    assertThat(four.history().best()).isEqualTo(one.history().best());
  }

  @Test
  void noMoreSegmentsAreOutThanIsAllowed() throws Exception {
    bench.slots = 8;
    bench.limits = new Limits(3, null, null, null, null);
    bench.run();
    int out = 0;
    int most = 0;
    for (Event event : bench.events(Event.class)) {
      out += event instanceof Event.SegmentIssued ? 1 : 0;
      out -= event instanceof Event.SegmentEnded ? 1 : 0;
      most = Math.max(most, out);
    }
    assertThat(most).isEqualTo(3);
  }

  @Test
  void aSegmentIsOnDiskBeforeItIsHandedOutAndAResultBeforeTheSchedulerKnows() throws Exception {
    bench.around = executor -> new WatchedExecutor(executor, this::assertOnDisk);
    bench.run();
    assertThat(bench.events(Event.SegmentIssued.class)).hasSize(20);
  }

  private void assertOnDisk(Segment segment) {
    try {
      StudyState onDisk = bench.replayed();
      assertThat(onDisk.segment(segment.token())).contains(segment);
      assertThat(onDisk.history().get(segment.trial()).epoch()).isEqualTo(segment.fromEpoch());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void goesOnWhereAKilledDriverLeftOff() throws Exception {
    bench.around =
        executor ->
            new WatchedExecutor(
                executor,
                segment -> {
                  if (segment.token() == 8) {
                    throw new IllegalStateException("killed");
                  }
                });
    assertThatThrownBy(bench::run).hasMessage("killed");
    StudyState left = bench.replayed();
    assertThat(left.open()).hasSize(2);
    assertThat(left.finished()).isEmpty();

    bench.around = executor -> executor;
    StudyState resumed = bench.run().state();
    assertThat(resumed.history().trials()).isEqualTo(new Bench().run().state().history().trials());
    List<Long> tokens =
        bench.events(Event.SegmentIssued.class).stream().map(e -> e.segment().token()).toList();
    assertThat(tokens).doesNotHaveDuplicates().hasSize(22);
    assertThat(resumed.seconds()).as("time goes on").isGreaterThan(left.seconds());
  }

  @Test
  void aThousandTrialsFindTheTop() throws Exception {
    bench.budget = new Budget(1000, 9, 3);
    bench.slots = 16;
    StudyState state = bench.run().state();
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(1000);
    assertThat(state.history().best().orElseThrow().scores().orElseThrow().metric())
        .isBetween(0.99, 1.0);
  }
}
