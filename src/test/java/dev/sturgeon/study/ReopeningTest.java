package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.schedule.Asha;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.TrialLimits;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A study that a limit ended goes on with a larger one. */
@Timeout(60)
final class ReopeningTest {
  private final Bench bench = new Bench();

  private static Limits limit(int seconds) {
    return new Limits(null, Duration.ofSeconds(seconds), null, null, null);
  }

  private void halving() {
    Objective objective = new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
    bench.budget = new Budget(40, 9, 9);
    bench.slots = 3;
    bench.scheduler = births -> new Asha(births, objective, 3, List.of(1, 3, 9));
  }

  @Test
  void whatWasStoppedGoesOnFromWhereItWas() throws Exception {
    halving();
    bench.limits = limit(12);
    StudyOutcome first = bench.run();
    assertThat(first.reason()).isEqualTo(StopReason.DURATION);
    Set<TrialId> stopped = stopped(first.state());
    assertThat(stopped).hasSizeGreaterThan(3);
    int epochs = epochs(first.state());

    bench.limits = limit(1000);
    StudyOutcome second = bench.run();
    assertThat(second.reason()).isEqualTo(StopReason.BUDGET);
    assertThat(second.state().history().trials()).hasSize(40);
    assertThat(bench.events(Event.TrialReopened.class))
        .extracting(Event.TrialReopened::trial)
        .containsExactlyInAnyOrderElementsOf(stopped);
    assertThat(second.state().history().trials())
        .as("some of them were promoted later")
        .anyMatch(
            trial ->
                stopped.contains(trial.id())
                    && trial.epoch() > first.state().history().get(trial.id()).epoch()
                    && trial.curve().size() == trial.epoch());
    assertThat(epochs(second.state())).isGreaterThan(epochs);
    assertThat(second.state().ends()).extracting(StudyState.End::trial).doesNotHaveDuplicates();
    StudyState replayed = bench.replayed();
    assertThat(replayed.history().best()).isEqualTo(second.state().history().best());
    assertThat(replayed.history().trials()).isEqualTo(second.state().history().trials());
  }

  @Test
  void aTrialWhoseOwnTimeIsUsedUpStaysStopped() throws Exception {
    bench.budget = new Budget(4, 9, 1);
    bench.slots = 2;
    bench.trialLimits = new TrialLimits(Duration.ofMinutes(10), Duration.ofSeconds(3));
    bench.limits = limit(5);
    StudyState first = bench.run().state();
    Trial expired = first.history().trials().get(0);
    assertThat(expired.status()).isEqualTo(Trial.Status.STOPPED);
    assertThat(expired.message()).contains("maxTrialDuration");

    bench.limits = limit(1000);
    StudyState second = bench.run().state();
    assertThat(second.history().get(expired.id())).isEqualTo(expired);
    assertThat(bench.events(Event.TrialReopened.class))
        .extracting(Event.TrialReopened::trial)
        .isNotEmpty()
        .doesNotContain(expired.id());
  }

  @Test
  void everyDecisionComesOutTheSameInAReplay() throws Exception {
    whatWasStoppedGoesOnFromWhereItWas();
    Replay.Outcome outcome =
        new Replay(trials -> bench.scheduler(), (entry, state, replay) -> {}).run(bench.entries());
    assertThat(outcome.difference()).isEmpty();
    assertThat(outcome.decisions()).isGreaterThan(40);
  }

  @Test
  void withTheSameLimitNothingIsReopened() throws Exception {
    halving();
    bench.limits = limit(12);
    bench.run();
    assertThat(bench.run().reason()).isEqualTo(StopReason.DURATION);
    assertThat(bench.events(Event.TrialReopened.class)).isEmpty();
  }

  @Test
  void aTrialWhoseCheckpointIsGoneStaysStopped() throws Exception {
    halving();
    bench.limits = limit(12);
    StudyState first = bench.run().state();
    Trial gone = first.history().get(stopped(first).iterator().next());
    bench.discarded.add(java.util.Objects.requireNonNull(gone.checkpoints()).latest());
    bench.limits = Limits.none();
    StudyState second = bench.run().state();
    assertThat(second.history().get(gone.id())).isEqualTo(gone);
    assertThat(bench.events(Event.TrialReopened.class)).hasSize(stopped(first).size() - 1);
  }

  private static Set<TrialId> stopped(StudyState state) {
    return state.history().trials().stream()
        .filter(trial -> trial.status() == Trial.Status.STOPPED)
        .map(Trial::id)
        .collect(Collectors.toSet());
  }

  private static int epochs(StudyState state) {
    return state.history().trials().stream().mapToInt(Trial::epoch).sum();
  }
}
