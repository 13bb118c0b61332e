package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Candidates;
import dev.sturgeon.trial.Guess;
import dev.sturgeon.trial.Trial;
import java.util.List;

/**
 * What the limits of a search are to leave for its confirmation: as long as it would take to train
 * those that are its candidates now as often as they are to be, and a tenth more. At most half of a
 * limit is kept. Belongs to one thread.
 */
public final class Reserve {
  private static final double MORE = 1.1;
  private static final double MOST = 0.5;

  private final int seeds;
  private final int candidates;
  private double asOf = Double.NEGATIVE_INFINITY;
  private List<Double> runs = List.of();

  private Reserve(int seeds, int candidates) {
    this.seeds = seeds;
    this.candidates = candidates;
  }

  /** Nothing is kept. */
  public static Reserve none() {
    return new Reserve(0, 0);
  }

  /**
   * For a confirmation.
   *
   * @param seeds how many runs each candidate gets
   * @param candidates how many there may be
   */
  public static Reserve of(int seeds, int candidates) {
    return new Reserve(seeds, candidates);
  }

  /** How much of a limit of study time is kept, as things stand. */
  double ofSeconds(StudyState state, double now, double limit) {
    if (seeds == 0 || now < limit * (1 - MOST)) {
      return 0;
    }
    look(state, now);
    int slots = Math.max(1, state.limits().parallel(state.slots()));
    double longest = runs.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    // No schedule that leaves no slot idle while there is work takes longer (Graham, 1966).
    double most = all() / slots + longest * (slots - 1) / slots;
    return Math.min(limit * MOST, most * MORE);
  }

  /** How much of a limit of core-hours is kept, as things stand. */
  double ofCoreHours(StudyState state, double used, double limit) {
    if (seeds == 0 || used < limit * (1 - MOST)) {
      return 0;
    }
    look(state, state.seconds());
    return Math.min(limit * MOST, all() * state.coresPerSlot() / 3600 * MORE);
  }

  private double all() {
    return runs.stream().mapToDouble(Double::doubleValue).sum() * seeds;
  }

  /** To rank a long history takes a while: once a second is enough. */
  private void look(StudyState state, double now) {
    if (now >= asOf && now < asOf + 1) {
      return;
    }
    asOf = now;
    double error =
        state
            .history()
            .leader()
            .map(
                best ->
                    Guess.standardError(
                        state.history().objective().metric(),
                        best.scores().orElseThrow().metric(),
                        devRows(state)))
            .orElse(0.0);
    runs = Candidates.of(state.history(), error, candidates).stream().map(Reserve::run).toList();
  }

  private static int devRows(StudyState state) {
    return state
        .started()
        .map(Event.StudyStarted::data)
        .orElseThrow()
        .rows()
        .getOrDefault("dev", 1);
  }

  /** Seconds of a run to the end, of what has not been trained so long at the same pace. */
  private static double run(Trial trial) {
    boolean whole = trial.status() == Trial.Status.COMPLETED;
    return whole ? trial.seconds() : trial.seconds() * trial.maxEpochs() / trial.epoch();
  }
}
