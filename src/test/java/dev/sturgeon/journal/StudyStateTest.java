package dev.sturgeon.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StudyStateTest {
  private final List<Stamped> entries = EventSamples.study();
  private final StudyState state = StudyState.from(entries);

  @Test
  void trialsAreRebuilt() {
    List<Trial> trials = state.history().trials();
    assertThat(trials)
        .extracting(Trial::status)
        .containsExactly(
            Trial.Status.COMPLETED,
            Trial.Status.DIVERGED,
            Trial.Status.FAILED,
            Trial.Status.STOPPED);
    assertThat(trials.get(0).epoch()).isEqualTo(4);
    assertThat(trials.get(0).scores()).contains(EventSamples.point(4).dev());
    assertThat(trials.get(1).message()).isEqualTo("loss NaN in step 7");
    assertThat(trials.get(1).parent()).isEqualTo(EventSamples.ZERO);
    assertThat(state.history().best()).contains(trials.get(0));
    assertThat(state.ends())
        .extracting(StudyState.End::trial)
        .containsExactly(EventSamples.ONE, EventSamples.TWO, EventSamples.ZERO, new TrialId(3));
  }

  @Test
  void whatSurroundsTheTrialsIsRebuilt() {
    assertThat(state.baselines()).containsEntry("majority class", new Scores(2.3, 0.1));
    assertThat(state.started().orElseThrow().space()).isEqualTo(EventSamples.SPACE);
    assertThat(state.started().orElseThrow().data().classes()).contains("zwei ✓");
    assertThat(state.parts()).hasSize(1);
    assertThat(state.origin(EventSamples.ONE)).isEqualTo("sampled");
    assertThat(state.seconds()).isEqualTo(entries.size() - 1 + 0.25);
    assertThat(state.finished().orElseThrow().reason()).isEqualTo(StopReason.REQUESTED);
    assertThat(state.open()).isEmpty();
    assertThat(state.nextToken()).isEqualTo(6);
  }

  @Test
  void notesAndLimitsAreKept() {
    EventSamples.later().forEach(state::apply);
    assertThat(state.searchNotes()).containsExactly("learningRate 1e-4…1 -> 0.01…0.1");
    assertThat(state.trialNotes())
        .containsExactly(new Event.TrialNoted(EventSamples.ONE, 1, "gradients \"explode\""));
    assertThat(state.limits().target()).isEqualTo(0.99);
  }

  @Test
  void whatACrashLeavesOpenIsKnown() {
    StudyState crashed = StudyState.from(entries.subList(0, 15));
    assertThat(crashed.open().values())
        .extracting(segment -> segment.token())
        .as("trial 0's second segment, and trial 2's, whose worker was lost")
        .containsExactly(4L, 3L);
    assertThat(crashed.history().get(EventSamples.TWO).status()).isEqualTo(Trial.Status.RUNNING);
    assertThat(crashed.finished()).isEmpty();
  }

  @Test
  void aSegmentThatIsTakenBackLeavesItsTrialAndWhatIsHeldAgainstIt() {
    StudyState crashed = StudyState.from(entries.subList(0, 15));
    Trial before = crashed.history().get(EventSamples.ZERO);
    Segment open = Objects.requireNonNull(crashed.open().get(EventSamples.ZERO));
    crashed.apply(happens(new Event.WorkerLost("7", "killed", false, List.of(open.token()))));
    Optional<Suspects.Charge> charge = crashed.suspects().of(EventSamples.ZERO);
    assertThat(charge).isPresent();
    SegmentResult taken =
        new SegmentResult.Failed(FailureKind.NOT_BEGUN, "an order", new Usage("", 0, 0));
    crashed.apply(happens(new Event.SegmentEnded(open.token(), taken, false)));
    assertThat(crashed.open()).doesNotContainKey(EventSamples.ZERO);
    Trial after = crashed.history().get(EventSamples.ZERO);
    assertThat(after.status()).isEqualTo(Trial.Status.PAUSED);
    assertThat(after.running()).isEqualTo(before);
    assertThat(crashed.suspects().of(EventSamples.ZERO)).isEqualTo(charge);
  }

  private static Stamped happens(Event event) {
    return new Stamped(Instant.EPOCH, 100, event);
  }

  @Test
  void anAnswerToAReplacedIssueChangesNothing() {
    StudyState crashed = StudyState.from(entries.subList(0, 16));
    crashed.apply(entries.get(14));
    assertThat(crashed.segment(3)).isEmpty();
    assertThat(crashed.segment(5)).isPresent();
  }

  @Test
  void thereIsNoHistoryBeforeTheStudyStarts() {
    assertThatThrownBy(() -> StudyState.from(entries.subList(0, 1)).history())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("started");
  }
}
