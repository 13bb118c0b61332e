package dev.sturgeon.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.stats.Interval;
import dev.sturgeon.stats.Sample;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Retested;
import dev.sturgeon.trial.Retested.Outcome;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a re-test has shown. The names of the components are those of the JSON object in {@code
 * retest --json} and {@code summary.json}.
 *
 * @param retest its name: the day it was begun, and a number from the second of a day on
 * @param study the study whose winner was tested again
 * @param directory where the re-test lies
 * @param metric the metric's name
 * @param newData whether the data are not those of the search
 * @param runs how many runs there are to be, with a challenger
 * @param done how many are over
 * @param over whether no further run follows
 * @param outcome what follows; null while runs are missing
 * @param degraded whether the winner is worse than it was
 * @param minGain a gain up to this is not worth a new search
 * @param winner the winner
 * @param challenger the challenger; null where there is none, or none is chosen yet
 * @param gain what it is better by, on average over pairs of runs, with its 95 % interval; null
 *     where unknown
 * @param loss what the winner is worse by than before; null where the data are the same, or unknown
 * @param note what surprised; or empty
 */
public record RetestFigures(
    String retest,
    String study,
    String directory,
    String metric,
    boolean newData,
    int runs,
    int done,
    boolean over,
    @Nullable Outcome outcome,
    boolean degraded,
    double minGain,
    Judged winner,
    @Nullable Judged challenger,
    @Nullable Bounds gain,
    @Nullable Bounds loss,
    String note) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A configuration that was judged.
   *
   * @param study the study it is of, where that is not the re-tested one; null where it is
   * @param trial its trial in the search; null for a fresh one
   * @param hyperparameters all its active hyperparameters
   * @param before its mean dev value when it was found; null for the challenger
   * @param value its mean dev value over the judging runs, with its 95 % interval; null where none
   *     counts
   */
  public record Judged(
      @Nullable String study,
      @Nullable Integer trial,
      JsonNode hyperparameters,
      @Nullable Double before,
      @Nullable Bounds value) {}

  /**
   * A figure and where it truly lies.
   *
   * @param mean the figure
   * @param low at 95 %; null where unknown
   * @param high the same
   */
  public record Bounds(double mean, @Nullable Double low, @Nullable Double high) {
    private static Bounds of(double mean, Interval interval) {
      return new Bounds(
          mean,
          interval.isFinite() ? Double.valueOf(interval.low()) : null,
          interval.isFinite() ? Double.valueOf(interval.high()) : null);
    }

    private static @Nullable Bounds of(@Nullable Sample sample) {
      return sample == null ? null : of(sample.mean(), sample.mean95());
    }

    private static @Nullable Bounds of(@Nullable Interval interval) {
      return interval == null ? null : of((interval.low() + interval.high()) / 2, interval);
    }
  }

  /**
   * Of a re-test that has begun.
   *
   * @param directory where it lies
   */
  public static RetestFigures of(StudyState state, String directory) {
    Event.RetestStarted started = state.retest().orElseThrow();
    Retest plan = started.plan();
    Retested retested = Retested.of(plan, state.history());
    return new RetestFigures(
        directory.substring(directory.lastIndexOf('/') + 1),
        started.of(),
        directory,
        state.history().objective().metric().label(),
        plan.changed(),
        plan.runs(),
        plan.done(state.history()),
        state.retested().isPresent(),
        state.retested().map(Event.RetestEnded::outcome).orElse(null),
        state.retested().map(Event.RetestEnded::degraded).orElse(false),
        plan.minGain(),
        winner(plan, retested),
        retested.challenger().map(id -> challenger(state, plan, id, retested)).orElse(null),
        Bounds.of(retested.gain()),
        Bounds.of(retested.loss()),
        retested.why());
  }

  private static Judged winner(Retest plan, Retested retested) {
    Retest.Known winner = plan.known().get(0);
    return new Judged(
        null,
        winner.trial().number(),
        ConfigurationJson.of(winner.configuration()),
        plan.before().values().stream().mapToDouble(d -> d).average().orElse(Double.NaN),
        Bounds.of(retested.winner()));
  }

  private static Judged challenger(StudyState state, Retest plan, TrialId id, Retested retested) {
    Retest.Known known = id.place() < plan.known().size() ? plan.known().get(id.place()) : null;
    return new Judged(
        known == null || known.study().isEmpty() ? null : known.study(),
        known == null ? null : known.trial().number(),
        ConfigurationJson.of(state.history().get(id).configuration()),
        null,
        Bounds.of(retested.challenged()));
  }

  /** One JSON object, on one line, with what earlier re-tests have shown in {@code earlier}. */
  public String toJson(List<RetestFigures> earlier) {
    ObjectNode json = JSON.valueToTree(this);
    json.set("earlier", JSON.valueToTree(earlier));
    return json.toString();
  }
}
