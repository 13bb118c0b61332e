package dev.sturgeon.api;

import dev.sturgeon.spark.SuggestedSettings;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a study would do, known from its configuration and data before it is begun.
 *
 * @param study its name
 * @param space one line per hyperparameter: its domain and default
 * @param advice what is legal but foolish, of the configuration and of the data
 * @param warnings about the data
 * @param data their size
 * @param varying the hyperparameters that are searched
 * @param ownTrials how many of the trials are the study's own first ones; in a search of several
 *     rounds the others are drawn like them, but the study's depend on its first round
 * @param trials ten configurations, or as many as there are
 * @param memory what is needed, and what there is
 * @param settings what is suggested
 * @param forecast how long it takes; null where nothing was timed
 */
public record Plan(
    String study,
    List<String> space,
    List<String> advice,
    List<String> warnings,
    PlannedData data,
    List<String> varying,
    int ownTrials,
    List<PlannedTrial> trials,
    PlannedMemory memory,
    SuggestedSettings settings,
    @Nullable Forecast forecast) {
  /** Copies the lists. */
  public Plan {
    space = List.copyOf(space);
    advice = List.copyOf(advice);
    warnings = List.copyOf(warnings);
    varying = List.copyOf(varying);
    trials = List.copyOf(trials);
  }

  /** Whether a search would be refused for want of memory. */
  public boolean refused() {
    return !memory.problems().isEmpty();
  }

  /**
   * The plan for a person.
   *
   * @param zone whose clock tells the end
   */
  public String text(ZoneId zone) {
    return PlanText.of(this, zone);
  }
}
