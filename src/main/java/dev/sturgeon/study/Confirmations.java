package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Candidates;
import dev.sturgeon.trial.Confirmation;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import dev.sturgeon.trial.Verdict;
import java.util.List;
import java.util.Optional;

/** The two decisions about a confirmation that no scheduler takes: whom it is of, and who wins. */
public final class Confirmations {

  private Confirmations() {}

  /**
   * The start of a confirmation; empty where no trial of the search has a value.
   *
   * @param reason why the search ended
   * @param standardError of the best one's dev value
   * @param most how many candidates there may be
   * @param seeds how many runs each gets
   * @param segmentEpochs most epochs of a segment
   * @param limited whether the study's limits of time hold for it
   * @param strict whether the verdict may not depend on how long anything took
   */
  public static Optional<Event.ConfirmationStarted> begin(
      StudyState state,
      StopReason reason,
      double standardError,
      int most,
      int seeds,
      int segmentEpochs,
      boolean limited,
      boolean strict) {
    List<TrialId> candidates = candidates(state, standardError, most);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    int first = state.history().repeats().size();
    Confirmation plan = new Confirmation(candidates, first, seeds, segmentEpochs, strict);
    return Optional.of(new Event.ConfirmationStarted(reason, standardError, most, limited, plan));
  }

  static List<TrialId> candidates(StudyState state, double standardError, int most) {
    return Candidates.of(state.history(), standardError, most).stream().map(Trial::id).toList();
  }

  /** Its end, as its runs say it. */
  public static Event.ConfirmationEnded end(StudyState state) {
    Confirmation plan = state.confirmation().orElseThrow().started().plan();
    Verdict verdict = Verdict.of(plan, state.history());
    return new Event.ConfirmationEnded(verdict.winner().orElse(null), verdict.saved().orElse(null));
  }
}
