package dev.sturgeon.schedule;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Optional;

/**
 * Decides which trial trains next and up to which epoch. Pure: what it says follows from what it
 * was told, in order. Belongs to one thread.
 */
public interface Scheduler {

  /**
   * The next piece of work, or nothing until a result comes, or for ever.
   *
   * @param history all trials so far, the last decisions included
   */
  Optional<Step> next(History history);

  /** Tells that a segment of this trial ended; the trial is given as it is now. */
  void update(Trial trial);

  /** A decision. */
  sealed interface Step permits Start, Continue {
    /** Epochs trained when the step is done. */
    int toEpoch();
  }

  /**
   * Begin a new trial.
   *
   * @param configuration its hyperparameters
   * @param seed its seed
   * @param maxEpochs its whole budget
   * @param toEpoch end of its first segment
   * @param origin where the configuration comes from, in a few words
   * @param reasons what was decided on the way to this trial, each in a sentence: why the search
   *     now looks elsewhere; mostly none
   */
  record Start(
      Configuration configuration,
      long seed,
      int maxEpochs,
      int toEpoch,
      String origin,
      List<String> reasons)
      implements Step {
    public Start {
      reasons = List.copyOf(reasons);
    }
  }

  /** Go on with a paused trial. */
  record Continue(TrialId trial, int toEpoch) implements Step {}
}
