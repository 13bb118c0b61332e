package dev.sturgeon.report;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one study has brought to a comparison, all of it read off its journal.
 *
 * @param coreSeconds what it has held of the cluster while it searched
 * @param seconds for how long
 * @param trials how many it has begun
 * @param best dev scores of its best network; null where it has none
 * @param test the same network's metric on the test part; null where that was not measured
 * @param ending why it ended; null where it has not
 * @param curve the best dev value so far whenever there was a better one
 */
public record Stint(
    double coreSeconds,
    double seconds,
    int trials,
    @Nullable Scores best,
    @Nullable Double test,
    @Nullable String ending,
    List<Step> curve) {

  /**
   * A point of the best so far.
   *
   * @param coreSeconds what was held until then
   * @param value the metric on the dev part
   */
  public record Step(double coreSeconds, double value) {}

  /** Copies the list. */
  public Stint {
    curve = List.copyOf(curve);
  }

  /** Of a study that has started. */
  public static Stint of(List<Stamped> entries) {
    StudyState state = new StudyState();
    List<Step> curve = new ArrayList<>();
    for (Stamped entry : entries) {
      state.apply(entry);
      lead(state, curve).ifPresent(curve::add);
    }
    return new Stint(
        state.heldCoreSeconds(state.seconds()),
        state.heldSeconds(),
        state.history().trials().size(),
        state.history().best().flatMap(Trial::scores).orElse(null),
        state.test().map(test -> test.scores().metric()).orElse(null),
        state.finished().map(Event.StudyFinished::reason).map(r -> r.text()).orElse(null),
        curve);
  }

  private static Optional<Step> lead(StudyState state, List<Step> curve) {
    if (state.started().isEmpty()) {
      return Optional.empty();
    }
    Metric metric = state.history().objective().metric();
    return state
        .history()
        .leader()
        .flatMap(Trial::scores)
        .map(Scores::metric)
        .filter(value -> curve.isEmpty() || metric.isBetter(value, last(curve).value()))
        .map(value -> new Step(state.heldCoreSeconds(state.seconds()), value));
  }

  private static Step last(List<Step> curve) {
    return curve.get(curve.size() - 1);
  }

  /** The study with the best network; empty where none has one. */
  public static Optional<Stint> leading(List<Stint> stints, Objective objective) {
    Stint leader = null;
    Scores best = null;
    for (Stint stint : stints) {
      Scores scores = stint.best();
      if (scores != null && (best == null || objective.isBetter(scores, best))) {
        leader = stint;
        best = scores;
      }
    }
    return Optional.ofNullable(leader);
  }
}
