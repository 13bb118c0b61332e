package dev.sturgeon.study;

import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import dev.sturgeon.trial.TrialId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a study stops before its scheduler has no more work. */
public final class StopRules {
  /** When the first so many trials fail, and no other has trained, the study is at fault. */
  private static final int FAILURES = 5;

  /** How often a stop request, the inbox and the number of slots are looked at. */
  static final Duration LOOK = Duration.ofSeconds(1);

  private final Limits limits;
  private final StopSignal signal;

  StopRules(Limits limits, StopSignal signal) {
    this.limits = limits;
    this.signal = signal;
  }

  /** The decision to stop. */
  record Stop(StopReason reason, String detail) {}

  /** Whether a study with these limits would stop at once. */
  public static boolean stopAtOnce(Limits limits, StudyState state) {
    return new StopRules(limits, new StopSignal()).check(state, state.seconds()).isPresent();
  }

  /** Whether to stop now; the first rule that applies. */
  Optional<Stop> check(StudyState state, double seconds) {
    return requested()
        .or(() -> allFailed(state))
        .or(() -> target(state))
        .or(() -> noGain(state))
        .or(() -> duration(seconds))
        .or(() -> coreHours(state, seconds));
  }

  /** How long nothing can happen that would change the answer, by time alone. */
  Duration patience(double seconds) {
    Duration most = limits.maxDuration();
    double left = most == null ? Double.MAX_VALUE : seconds(most) - seconds;
    double milliseconds = Math.max(1, Math.ceil(left * 1000));
    return Duration.ofMillis((long) Math.min(milliseconds, LOOK.toMillis()));
  }

  /** Whether nothing is to be waited for any more. */
  boolean isUrgent() {
    return signal.isNow();
  }

  private Optional<Stop> requested() {
    return signal.request().map(request -> new Stop(StopReason.REQUESTED, request.why()));
  }

  private Optional<Stop> duration(double seconds) {
    Duration most = limits.maxDuration();
    return most == null || seconds < seconds(most)
        ? Optional.empty()
        : Optional.of(new Stop(StopReason.DURATION, "maxDuration " + seconds(most) + " s"));
  }

  private Optional<Stop> coreHours(StudyState state, double seconds) {
    Double most = limits.maxCoreHours();
    return most == null || state.coreHours(seconds) < most
        ? Optional.empty()
        : Optional.of(new Stop(StopReason.CORE_HOURS, "maxCoreHours " + most));
  }

  private Optional<Stop> target(StudyState state) {
    Double target = limits.target();
    if (target == null) {
      return Optional.empty();
    }
    Metric metric = state.history().objective().metric();
    return state
        .history()
        .leader()
        .filter(best -> !metric.isBetter(target, best.scores().orElseThrow().metric()))
        .map(best -> new Stop(StopReason.TARGET, "trial " + best.id() + " reached " + target));
  }

  /** Counts completed trials from the latest back to the leader. */
  private Optional<Stop> noGain(StudyState state) {
    Integer most = limits.stopAfterNoGain();
    Optional<TrialId> leader = state.history().best().map(Trial::id);
    if (most == null || leader.isEmpty()) {
      return Optional.empty();
    }
    List<StudyState.End> ends = state.ends();
    int without = 0;
    for (int i = ends.size() - 1; i >= 0 && !ends.get(i).trial().equals(leader.get()); i--) {
      Trial trial = state.history().get(ends.get(i).trial());
      if (trial.role().competes() && isDone(trial)) {
        without++;
      }
    }
    return without < most
        ? Optional.empty()
        : Optional.of(
            new Stop(
                StopReason.NO_GAIN, without + " trials completed since trial " + leader.get()));
  }

  private static boolean isDone(Trial trial) {
    return trial.status() == Status.COMPLETED || trial.status() == Status.DROPPED;
  }

  private static Optional<Stop> allFailed(StudyState state) {
    List<Trial> trials = state.history().trials();
    if (trials.size() < FAILURES
        || !trials.stream().limit(FAILURES).allMatch(trial -> trial.status() == Status.FAILED)
        || trials.stream().anyMatch(StopRules::hasTrained)) {
      return Optional.empty();
    }
    return Optional.of(
        new Stop(
            StopReason.ALL_FAILED,
            "the first %d trials failed before their first checkpoint; trial 0 said: %s"
                .formatted(FAILURES, trials.get(0).message())));
  }

  private static boolean hasTrained(Trial trial) {
    return !trial.curve().isEmpty() || (trial.status().isOver() && trial.status() != Status.FAILED);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
