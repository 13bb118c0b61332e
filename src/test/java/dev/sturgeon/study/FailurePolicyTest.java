package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.study.FragileCluster.Deed;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialLimits;
import dev.sturgeon.trial.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of trials and of the search when things go wrong, in virtual time. */
@Timeout(60)
final class FailurePolicyTest {
  private final Bench bench = new Bench();
  private FragileCluster cluster = cluster(2, 3, (segment, time) -> Deed.TRAIN);

  @Test
  void whatKillsItsExecutorIsQuarantinedAfterTwoDeathsAlone() throws Exception {
    StudyState state = run(2, 3, (segment, time) -> number(segment) == 1 ? Deed.KILL : Deed.TRAIN);
    Trial killer = state.history().trials().get(1);
    assertThat(killer.failure()).isEqualTo(FailureKind.KILLS_EXECUTOR);
    assertThat(killer.message())
        .isEqualTo("killed its executor twice while running alone: exit 134");
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(9);
    assertThat(state.workersLost()).isEqualTo(3);
    assertThat(cluster.company).isNotEmpty().containsOnly(0);
    assertThat(bench.replayed().history().trials()).isEqualTo(state.history().trials());
  }

  @Test
  void onExecutorsOfOneSlotTwoDeathsAreEnough() throws Exception {
    StudyState state = run(3, 1, (segment, time) -> number(segment) == 1 ? Deed.KILL : Deed.TRAIN);
    assertThat(state.history().trials().get(1).failure()).isEqualTo(FailureKind.KILLS_EXECUTOR);
    assertThat(state.workersLost()).isEqualTo(2);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(9);
  }

  @Test
  void deathsInCompanyAreHeldAgainstNobodyHoweverMany() throws Exception {
    // Each time another trial is the one with which the machine goes away.
    StudyState state =
        run(
            2,
            3,
            (segment, time) -> time == 1 && segment.fromEpoch() == 0 ? Deed.KILL : Deed.TRAIN);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(10);
    assertThat(state.workersLost()).isGreaterThan(3);
  }

  @Test
  void machinesThatAreTakenAwayMakeNoSuspects() throws Exception {
    bench.around =
        unused -> {
          cluster = cluster(2, 1, (segment, time) -> time < 6 ? Deed.KILL : Deed.TRAIN);
          cluster.blameless = true;
          return cluster;
        };
    StudyState state = bench.run().state();
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(10);
    assertThat(cluster.company).isEmpty();
  }

  @Test
  void othersGoOnWhileASuspectIsTried() throws Exception {
    bench.budget = new Budget(20, 4, 4);
    StudyState state = run(2, 2, (segment, time) -> number(segment) == 1 ? Deed.KILL : Deed.TRAIN);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(19);
    // Alone, the twenty take 20 * 4 / 4 = 20 seconds; three tests on one of two executors add
    // little.
    assertThat(bench.clock.seconds()).isLessThan(35);
  }

  @Test
  void aSuspectThatHasRunLongerThanBeforeGetsCompany() throws Exception {
    bench.budget = new Budget(6, 100, 100);
    StudyState state =
        run(1, 3, (segment, time) -> number(segment) == 1 && time == 1 ? Deed.KILL : Deed.TRAIN);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(6);
    // It had run for a second: two and five more are enough.
    assertThat(cluster.released).hasSize(3);
    assertThat(cluster.released.get(0)).isBetween(8.0, 9.5);
  }

  @Test
  void whatRunsOutOfMemoryBesideOthersIsTriedAloneAndMayBeAllRight() throws Exception {
    StudyState state =
        run(1, 2, (segment, time) -> number(segment) == 1 ? Deed.NEED_ALL_MEMORY : Deed.TRAIN);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(10);
    assertThat(cluster.company).isNotEmpty().containsOnly(0);
  }

  @Test
  void whatRunsOutOfMemoryAloneFails() throws Exception {
    StudyState state =
        run(1, 2, (segment, time) -> number(segment) == 1 ? Deed.NEVER_ENOUGH_MEMORY : Deed.TRAIN);
    Trial large = state.history().trials().get(1);
    assertThat(large.failure()).isEqualTo(FailureKind.OUT_OF_MEMORY);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(9);
    assertThat(ends(1)).hasSize(2);
  }

  @Test
  void whatThrowsFailsAtOnceAndTheSearchGoesOn() throws Exception {
    bench.budget = new Budget(50, 4, 2);
    StudyState state =
        run(2, 2, (segment, time) -> number(segment) % 10 > 6 ? Deed.THROW : Deed.TRAIN);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(35);
    assertThat(state.history().count(Trial.Status.FAILED)).isEqualTo(15);
    assertThat(ends(7)).hasSize(1);
  }

  @Test
  void whatMakesNoStepIsGivenUpAndItsSlotComesBack() throws Exception {
    bench.trialLimits = new TrialLimits(Duration.ofSeconds(60), null);
    StudyState state = run(1, 2, (segment, time) -> number(segment) == 1 ? Deed.HANG : Deed.TRAIN);
    Trial hung = state.history().trials().get(1);
    assertThat(hung.failure()).isEqualTo(FailureKind.HANG);
    assertThat(hung.message()).isEqualTo("made no step for 60 s (search.hangAfter)");
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(9);
    assertThat(cluster.abandoned).hasSize(1);
    assertThat(bench.clock.seconds()).isBetween(60.0, 63.0);
  }

  @Test
  void waitingForASlotIsNoHang() throws Exception {
    bench.trialLimits = new TrialLimits(Duration.ofSeconds(10), null);
    bench.budget = new Budget(6, 9, 9);
    bench.around =
        unused -> {
          cluster = cluster(1, 1, FailurePolicyTest::trains);
          WatchedExecutor watched = new WatchedExecutor(cluster, segment -> {});
          watched.slots = own -> 6;
          return watched;
        };
    assertThat(bench.run().state().history().count(Trial.Status.COMPLETED)).isEqualTo(6);
  }

  @Test
  void aTrialWhoseTimeIsUpCountsWithWhatItHas() throws Exception {
    bench.budget = new Budget(4, 30, 10);
    bench.trialLimits = new TrialLimits(Duration.ofMinutes(10), Duration.ofSeconds(15));
    StudyState state = run(2, 1, FailurePolicyTest::trains);
    assertThat(state.history().count(Trial.Status.STOPPED)).isEqualTo(4);
    for (Trial trial : state.history().trials()) {
      assertThat(trial.epoch()).isBetween(15, 17);
      assertThat(trial.message()).isEqualTo("maxTrialDuration 15.0 s used up");
      assertThat(trial.scores()).isPresent();
    }
    assertThat(state.history().best()).isPresent();
    assertThat(bench.replayed().history().trials()).isEqualTo(state.history().trials());
  }

  @Test
  void executorsThatNeverGetReadyEndTheSearchWithAReasonAndNothingIsLost() throws Exception {
    bench.around =
        executor -> {
          WatchedExecutor watched = new WatchedExecutor(executor, segment -> {});
          watched.change = ended -> failed(ended, FailureKind.SETUP, "no native library");
          return watched;
        };
    assertThatThrownBy(bench::run)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no executor could make ready for this study")
        .hasMessageContaining("no native library");
    assertThat(bench.replayed().history().count(Trial.Status.FAILED)).isZero();

    bench.around = executor -> executor;
    assertThat(bench.run().state().history().count(Trial.Status.COMPLETED)).isEqualTo(10);
  }

  @Test
  void aFullDiskEndsTheStudyForNowAndNoTrial() throws Exception {
    bench.around =
        executor -> {
          WatchedExecutor watched = new WatchedExecutor(executor, segment -> {});
          watched.change = ended -> failed(ended, FailureKind.NO_SPACE, "/studies: quota exceeded");
          return watched;
        };
    assertThatThrownBy(bench::run)
        .isInstanceOf(IOException.class)
        .hasMessage(
            "there is no space left: /studies: quota exceeded; make some. The same command goes on");
    assertThat(bench.replayed().history().count(Trial.Status.FAILED)).isZero();

    bench.around = executor -> executor;
    assertThat(bench.run().state().history().count(Trial.Status.COMPLETED)).isEqualTo(10);
  }

  @Test
  void whatWasOpenWhenADriverDiedThatTrainsItselfIsTriedAlone() throws Exception {
    crash((segment, time) -> number(segment) == 1 ? Deed.KILL : Deed.TRAIN);
    StudyState state = runInDriver(2, FailurePolicyTest::trains);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(10);
    assertThat(cluster.company).hasSize(2);
  }

  @Test
  void whatEndsTheDriverFiveTimesAloneIsQuarantined() throws Exception {
    for (int i = 0; i < 6; i++) {
      crash((segment, time) -> number(segment) == 1 ? Deed.KILL : Deed.TRAIN);
    }
    StudyState state = runInDriver(2, FailurePolicyTest::trains);
    assertThat(state.history().trials().get(1).failure()).isEqualTo(FailureKind.KILLS_EXECUTOR);
    assertThat(state.history().trials().get(1).message())
        .isEqualTo("killed the driver 5 times while running alone");
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(9);
  }

  @Test
  void whatCrashesTheDriversJavaTwiceAloneIsQuarantined() throws Exception {
    for (int i = 0; i < 3; i++) {
      crash((segment, time) -> number(segment) == 1 ? Deed.KILL : Deed.TRAIN);
      bench.crash = "/home/ann/hs_err_pid7.log";
    }
    StudyState state = runInDriver(2, FailurePolicyTest::trains);
    assertThat(state.history().trials().get(1).message())
        .isEqualTo("killed the driver twice while running alone");
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(9);
  }

  @Test
  void aDriverThatIsEndedFromOutsideAgainAndAgainMakesNobodyGuilty() throws Exception {
    // Each driver lives for two epochs of the trial, which is alone at the end of the search.
    bench.budget = new Budget(2, 8, 8);
    BiFunction<Segment, Integer, Deed> ended =
        (segment, time) ->
            number(segment) == 1 && (time == 3 || segment.toEpoch() > segment.fromEpoch() + 1)
                ? Deed.KILL
                : Deed.TRAIN;
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> runInDriver(1, ended)).isInstanceOf(FragileCluster.Crash.class);
    }
    StudyState state = runInDriver(1, ended);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(2);
    assertThat(bench.events(Event.SegmentEnded.class)).as("each epoch once").hasSize(1 + 8);
    Replay.Outcome replayed =
        new Replay(trials -> bench.scheduler(), (entry, known, replay) -> {}).run(bench.entries());
    assertThat(replayed.difference()).isEmpty();
  }

  @Test
  void aDriverThatStoppedInOrderLeavesNoSuspects() throws Exception {
    bench.signal.now("twice Ctrl-C");
    runInDriver(2, FailurePolicyTest::trains);
    bench.signal = new StopSignal();
    StudyState state = runInDriver(2, FailurePolicyTest::trains);
    assertThat(state.history().count(Trial.Status.COMPLETED)).isEqualTo(10);
    assertThat(cluster.company).isEmpty();
  }

  /** Runs until what kills its executor kills the driver. */
  private void crash(BiFunction<Segment, Integer, Deed> deeds) {
    assertThatThrownBy(() -> runInDriver(2, deeds)).isInstanceOf(FragileCluster.Crash.class);
  }

  private StudyState runInDriver(int slots, BiFunction<Segment, Integer, Deed> deeds)
      throws Exception {
    bench.around =
        unused -> {
          cluster = cluster(1, slots, deeds);
          cluster.inDriver = true;
          return cluster;
        };
    return bench.run().state();
  }

  private StudyState run(int executors, int slots, BiFunction<Segment, Integer, Deed> deeds)
      throws Exception {
    bench.around = unused -> cluster = cluster(executors, slots, deeds);
    return bench.run().state();
  }

  private FragileCluster cluster(
      int executors, int slots, BiFunction<Segment, Integer, Deed> deeds) {
    return new FragileCluster(executors, slots, bench.clock, deeds);
  }

  private static Deed trains(Segment unusedSegment, int unusedTime) {
    return Deed.TRAIN;
  }

  private static int number(Segment segment) {
    return segment.trial().number();
  }

  /** How the segments of a trial ended. */
  private List<Event.SegmentEnded> ends(int trial) throws IOException {
    List<Long> tokens =
        bench.events(Event.SegmentIssued.class).stream()
            .map(Event.SegmentIssued::segment)
            .filter(segment -> number(segment) == trial)
            .map(Segment::token)
            .toList();
    return bench.events(Event.SegmentEnded.class).stream()
        .filter(ended -> tokens.contains(ended.token()))
        .toList();
  }

  private static TrialExecutor.Ended failed(
      TrialExecutor.Ended ended, FailureKind kind, String message) {
    return new TrialExecutor.Ended(
        ended.token(), new SegmentResult.Failed(kind, message, new Usage("", 0, 0)));
  }
}
