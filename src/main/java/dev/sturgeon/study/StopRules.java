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
import java.util.Locale;
import java.util.Optional;

/** When a study stops before its scheduler has no more work. */
public final class StopRules {
  /** When the first so many trials fail, and no other has trained, the study is at fault. */
  private static final int FAILURES = 5;

  /** How often a stop request, the inbox and the number of slots are looked at. */
  static final Duration LOOK = Duration.ofSeconds(1);

  private final Limits limits;
  private final StopSignal signal;
  private final Kind kind;
  private final Reserve reserve;
  private final double mostHeld;

  /** Which limits hold. */
  private enum Kind {
    ALL,
    TIME,
    NONE
  }

  private StopRules(Limits limits, StopSignal signal, Kind kind, Reserve reserve, double mostHeld) {
    this.limits = limits;
    this.signal = signal;
    this.kind = kind;
    this.reserve = reserve;
    this.mostHeld = mostHeld;
  }

  /**
   * Of a search.
   *
   * @param reserve what the limits are to leave for later
   */
  public static StopRules ofSearch(Limits limits, StopSignal signal, Reserve reserve) {
    return new StopRules(limits, signal, Kind.ALL, reserve, Double.POSITIVE_INFINITY);
  }

  /**
   * Of what follows a search: no value ends it.
   *
   * @param limited whether the limits of time do; a request always does
   */
  public static StopRules ofConfirmation(Limits limits, StopSignal signal, boolean limited) {
    Kind kind = limited ? Kind.TIME : Kind.NONE;
    return new StopRules(limits, signal, kind, Reserve.none(), Double.POSITIVE_INFINITY);
  }

  /** The same for a study that may hold so many core-seconds, idle slots included, and no more. */
  public StopRules within(double coreSeconds) {
    return new StopRules(limits, signal, kind, reserve, coreSeconds);
  }

  /** The decision to stop. */
  record Stop(StopReason reason, String detail) {}

  /** Whether a search with these limits would stop at once. */
  public static boolean stopAtOnce(Limits limits, Reserve reserve, StudyState state) {
    return ofSearch(limits, new StopSignal(), reserve).isUp(state);
  }

  /** Whether a limit is reached already, whatever anybody asks for. */
  public boolean isUp(StudyState state) {
    return byLimits(state, state.seconds()).isPresent();
  }

  /** What they hold a study to. */
  Limits limits() {
    return limits;
  }

  /** What is asked from this JVM. */
  StopSignal signal() {
    return signal;
  }

  /** Whether to stop now; the first rule that applies. */
  Optional<Stop> check(StudyState state, double seconds) {
    return requested().or(() -> byLimits(state, seconds));
  }

  private Optional<Stop> byLimits(StudyState state, double seconds) {
    Optional<Stop> byResults = kind == Kind.ALL ? byResults(state) : Optional.empty();
    return byResults.or(() -> kind == Kind.NONE ? Optional.empty() : byTime(state, seconds));
  }

  private Optional<Stop> byResults(StudyState state) {
    return allFailed(state).or(() -> target(state)).or(() -> noGain(state));
  }

  private Optional<Stop> byTime(StudyState state, double seconds) {
    return duration(state, seconds)
        .or(() -> coreHours(state, seconds))
        .or(() -> held(state, seconds));
  }

  /** How long nothing can happen that would change the answer, by time alone. */
  Duration patience(StudyState state, double seconds) {
    Duration most = kind == Kind.NONE ? null : limits.maxDuration();
    double ofTime = most == null ? Double.MAX_VALUE : seconds(most) - seconds;
    double ofCores = mostHeld - state.heldCoreSeconds(seconds);
    double left = Math.min(ofTime, ofCores / Math.max(1, state.heldCores()));
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

  private Optional<Stop> duration(StudyState state, double seconds) {
    Duration most = limits.maxDuration();
    if (most == null) {
      return Optional.empty();
    }
    double kept = reserve.ofSeconds(state, seconds, seconds(most));
    return seconds < seconds(most) - kept
        ? Optional.empty()
        : Optional.of(
            new Stop(StopReason.DURATION, "maxDuration " + seconds(most) + " s" + kept(kept, "s")));
  }

  private Optional<Stop> coreHours(StudyState state, double seconds) {
    Double most = limits.maxCoreHours();
    if (most == null) {
      return Optional.empty();
    }
    double used = state.coreHours(seconds);
    double kept = reserve.ofCoreHours(state, used, most);
    return used < most - kept
        ? Optional.empty()
        : Optional.of(
            new Stop(StopReason.CORE_HOURS, "maxCoreHours " + most + kept(kept, "core-hours")));
  }

  private Optional<Stop> held(StudyState state, double seconds) {
    double held = state.heldCoreSeconds(seconds);
    return held < mostHeld
        ? Optional.empty()
        : Optional.of(
            new Stop(
                StopReason.CORE_HOURS,
                String.format(Locale.ROOT, "%.1f core-seconds were held", held)));
  }

  private static String kept(double kept, String unit) {
    return kept == 0
        ? ""
        : String.format(Locale.ROOT, ", %.3g %s of which are for the confirmation", kept, unit);
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
