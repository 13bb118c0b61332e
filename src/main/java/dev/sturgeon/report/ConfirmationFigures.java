package dev.sturgeon.report;

import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.stats.Interval;
import dev.sturgeon.stats.Sample;
import dev.sturgeon.trial.Confirmation;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What training a search's best configurations again has shown. The names of the components are
 * those of the JSON object in {@code status --json} and {@code summary.json}.
 *
 * @param metric the metric's name
 * @param runs how many runs there are to be
 * @param done how many of them are over
 * @param seeds with how many seeds all candidates were trained to the end
 * @param over whether no further run follows
 * @param winner the candidate that won; null while none has
 * @param saved the run of it that is kept; null while none is
 * @param candidates the candidates, as the search ranked them
 * @param test what the test part says; null where it was not used
 */
public record ConfirmationFigures(
    String metric,
    int runs,
    int done,
    int seeds,
    boolean over,
    @Nullable Integer winner,
    @Nullable String saved,
    List<Candidate> candidates,
    @Nullable Test test) {

  /**
   * A candidate.
   *
   * @param trial the trial of the search
   * @param searched its dev value there, by which the search chose it: optimistic
   * @param mean its mean dev value over fresh seeds; null where none counts
   * @param low where the true mean lies, at 95 %; null where unknown
   * @param high the same
   * @param deviation standard deviation over the seeds
   * @param differenceLow where the true difference to the best one lies, at 95 %; null for the best
   *     one, and where unknown
   * @param differenceHigh the same
   * @param seconds median training time
   * @param verdict what follows, in a few words
   */
  public record Candidate(
      int trial,
      double searched,
      @Nullable Double mean,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double deviation,
      @Nullable Double differenceLow,
      @Nullable Double differenceHigh,
      double seconds,
      String verdict) {

    /** The mean and the verdict, for a person. */
    public String text() {
      String figure = mean == null ? "no run counts" : "mean " + Wording.score(mean);
      return figure + (verdict.isEmpty() ? "" : "; " + verdict);
    }
  }

  /**
   * What the test part says, the one time it was used.
   *
   * @param run whose network was measured
   * @param value the metric
   * @param low where it lies on examples like these, at 95 %; null where unknown
   * @param high the same
   * @param rows how many examples there are
   * @param ofWinner whether the network is the one that is kept now
   */
  public record Test(
      String run,
      double value,
      @Nullable Double low,
      @Nullable Double high,
      int rows,
      boolean ofWinner) {}

  /** Copies the list. */
  public ConfirmationFigures {
    candidates = List.copyOf(candidates);
  }

  /** Of a study; empty where its search as it stands is not being confirmed. */
  public static Optional<ConfirmationFigures> of(StudyState state) {
    return state.confirmation().map(confirmation -> of(state, confirmation));
  }

  private static ConfirmationFigures of(StudyState state, Confirmed confirmation) {
    Confirmation plan = confirmation.started().plan();
    History history = state.history();
    Verdict verdict = Verdict.of(plan, history);
    return new ConfirmationFigures(
        history.objective().metric().label(),
        plan.runs(),
        plan.done(history),
        verdict.seeds(),
        !confirmation.isOpen(),
        confirmation.winner().map(TrialId::number).orElse(null),
        confirmation.saved().map(TrialId::toString).orElse(null),
        verdict.judged().stream()
            .map(one -> candidate(one, history.get(one.trial()), confirmation.winner()))
            .toList(),
        state.test().map(test -> test(test, confirmation)).orElse(null));
  }

  private static Candidate candidate(Verdict.Judged one, Trial searched, Optional<TrialId> winner) {
    Sample sample = one.confirmed();
    Interval mean = sample == null ? Interval.UNKNOWN : sample.mean95();
    Interval paired = one.difference();
    Interval difference = paired == null ? Interval.UNKNOWN : paired;
    return new Candidate(
        one.trial().number(),
        searched.scores().map(Scores::metric).orElse(Double.NaN),
        sample == null ? null : Double.valueOf(sample.mean()),
        known(mean.low()),
        known(mean.high()),
        sample == null ? null : Double.valueOf(sample.deviation()),
        known(difference.low()),
        known(difference.high()),
        one.seconds(),
        verdict(one, winner));
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String verdict(Verdict.Judged one, Optional<TrialId> winner) {
    if (!one.why().isEmpty()) {
      return "out: " + one.why();
    }
    if (winner.filter(one.trial()::equals).isPresent()) {
      return one.difference() == null ? "wins" : "wins: not distinguished from the best, cheapest";
    }
    if (one.confirmed() == null) {
      return "";
    }
    if (one.difference() == null) {
      return "best on average";
    }
    return one.distinguished() ? "worse" : "not distinguished from the best";
  }

  private static Test test(Event.TestMeasured test, Confirmed confirmation) {
    return new Test(
        test.trial().toString(),
        test.scores().metric(),
        known(test.interval().low()),
        known(test.interval().high()),
        test.rows(),
        confirmation.saved().filter(test.trial()::equals).isPresent());
  }
}
