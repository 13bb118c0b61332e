package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Asha;
import dev.sturgeon.schedule.AshaStopping;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.CheckpointRef;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RetentionTest {
  private static final Objective OBJECTIVE =
      new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);

  private final Bench bench = new Bench();

  @Test
  void atTheEndOnlyTheLeadersBestIsLeft() throws Exception {
    StudyState state = bench.run().state();
    CheckpointRef best = best(state);
    assertThat(left()).containsExactly(best.path());
    assertThat(bench.discarded).as("nothing is deleted twice").doesNotHaveDuplicates();
  }

  @Test
  void aLiveTrialKeepsItsLastTwo() throws Exception {
    bench.budget = new Budget(1, 10, 1);
    bench.limits = new Limits(null, Duration.ofSeconds(6), null, null, null);
    bench.around =
        executor ->
            new WatchedExecutor(
                executor,
                segment -> {
                  if (segment.fromEpoch() == 5) {
                    assertThat(discarded())
                        .as("3 goes next: first the slots get their work")
                        .containsExactly("checkpoints/0/1", "checkpoints/0/2");
                  }
                });
    bench.run();
    assertThat(left())
        .as("stopped: what a later run would go on from")
        .containsExactly("checkpoints/0/6");
  }

  /** What a trial goes on from if its latest is damaged, wherever its best lies. */
  @Test
  void aLiveTrialKeepsTheOneBeforeItsLastBesideItsBest() {
    History history = new History(OBJECTIVE);
    Retention retention = new Retention(bench.discarded::add, history, false);
    Trial trial = Trial.born(new TrialId(0), Role.SEARCH, null, Configuration.of(Map.of()), 1, 9);
    Checkpoints before = new Checkpoints(ref(2), ref(1), null);
    for (Checkpoints now : List.of(before, new Checkpoints(ref(4), ref(3), ref(2)))) {
      trial = trial.after(advanced(now));
      history.put(trial);
      retention.settle(trial, history);
    }
    assertThat(discarded()).containsExactly("checkpoints/0/1");
  }

  private static SegmentResult advanced(Checkpoints now) {
    int epoch = now.latest().epoch();
    return new SegmentResult.Advanced(
        epoch,
        SegmentResult.Ending.OPEN,
        List.of(Bench.point(epoch - 1, 0.9), Bench.point(epoch, 0.8)),
        now,
        new Usage("worker", 1, 1));
  }

  private static CheckpointRef ref(int epoch) {
    return new CheckpointRef("checkpoints/0/" + epoch, "a".repeat(64), epoch);
  }

  @Test
  void trialsThatDivergeOrFailKeepNothing() throws Exception {
    bench.budget = new Budget(2, 4, 1);
    bench.surrogate =
        (segment, epoch) -> {
          if (epoch == 4 && segment.trial().number() == 0) {
            throw new IllegalStateException("boom");
          }
          return Bench.point(epoch, 0.5);
        };
    bench.run();
    assertThat(left()).containsExactly("checkpoints/1/4");
  }

  @Test
  void aDroppedTrialKeepsNothing() throws Exception {
    bench.slots = 1;
    bench.budget = new Budget(9, 9, 9);
    bench.scheduler = births -> new AshaStopping(births, OBJECTIVE, 3, List.of(1, 3, 9));
    StudyState stopping = bench.run().state();
    assertThat(stopping.history().count(Trial.Status.DROPPED)).isPositive();
    assertThat(left()).containsExactly(best(stopping).path());
  }

  @Test
  void aPausedTrialKeepsItsCheckpoint() throws Exception {
    bench.slots = 1;
    bench.budget = new Budget(9, 9, 9);
    bench.scheduler = births -> new Asha(births, OBJECTIVE, 3, List.of(1, 3, 9));
    bench.around =
        executor ->
            new WatchedExecutor(
                executor,
                segment -> {
                  if (segment.trial().number() == 8) {
                    assertThat(discarded()).as("all wait, or went on").isEmpty();
                  }
                });
    StudyState pausing = bench.run().state();
    assertThat(pausing.history().trials()).hasSize(9);
    assertThat(left()).containsExactly(best(pausing).path());
  }

  @Test
  void aFormerLeadersBestGoesWhenItIsBeaten() throws Exception {
    bench.slots = 1;
    bench.budget = new Budget(3, 2, 2);
    bench.surrogate = (segment, epoch) -> Bench.point(epoch, segment.trial().number() * 0.1);
    bench.run();
    assertThat(discarded()).containsExactly("checkpoints/0/2", "checkpoints/1/2");
  }

  @Test
  void whatAnEarlierDriverLeftIsSweptToo() throws Exception {
    bench.slots = 1;
    bench.budget = new Budget(1, 6, 2);
    bench.around =
        executor ->
            new WatchedExecutor(
                executor,
                segment -> {
                  if (segment.fromEpoch() == 4) {
                    throw new IllegalStateException("killed");
                  }
                });
    assertThatThrownBy(bench::run).hasMessage("killed");
    assertThat(discarded()).isEmpty();
    bench.around = executor -> executor;
    bench.run();
    assertThat(discarded()).contains("checkpoints/0/4");
    assertThat(left()).contains("checkpoints/0/6");
  }

  private static CheckpointRef best(StudyState state) {
    return Objects.requireNonNull(state.history().best().orElseThrow().checkpoints()).best();
  }

  private List<String> discarded() {
    return bench.discarded.stream().map(CheckpointRef::path).toList();
  }

  /** Every checkpoint the journal knows of that was not discarded. */
  private Set<String> left() throws IOException {
    Set<String> paths = new TreeSet<>();
    for (Event.SegmentEnded ended : bench.events(Event.SegmentEnded.class)) {
      if (ended.result() instanceof SegmentResult.Advanced advanced) {
        paths.add(advanced.checkpoints().latest().path());
        paths.add(advanced.checkpoints().best().path());
      }
    }
    paths.removeAll(discarded());
    return paths;
  }
}
