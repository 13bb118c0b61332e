package dev.sturgeon.study;

import dev.sturgeon.journal.Suspects;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.SegmentResult;
import dev.sturgeon.trial.TrialId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from how a segment ended: whether it is issued again, or its trial is to blame.
 *
 * <ul>
 *   <li>An exception, a hang: the trial fails; the same would happen again.
 *   <li>An executor lost: again, however often, unless executors die of this trial when it is alone
 *       on them ({@link Quarantine}).
 *   <li>Out of memory: once more alone; if that is not enough, the trial fails.
 *   <li>Files that cannot be read or written: again, {@value #TRIES} times in a row.
 *   <li>An executor that cannot make ready: again, {@value #TRIES} times in a row; if nothing has
 *       been trained in between, the cluster is to blame and the study ends for now.
 * </ul>
 */
final class FailurePolicy {
  private static final int TRIES = 3;

  private final Map<TrialId, Integer> inARow = new HashMap<>();
  private int unfit;
  private Optional<String> trouble = Optional.empty();

  /**
   * A decision.
   *
   * @param result what counts as the segment's result
   * @param again whether it is issued again
   */
  record Verdict(SegmentResult result, boolean again) {}

  /**
   * Decides, and counts.
   *
   * @param alone whether nothing else was on its executor all the time
   */
  Verdict on(Segment segment, SegmentResult result, Suspects suspects, boolean alone) {
    if (!(result instanceof SegmentResult.Failed failed)) {
      return over(segment, result);
    }
    return switch (failed.kind()) {
      case EXCEPTION, HANG, KILLS_EXECUTOR -> over(segment, result);
      case OUT_OF_MEMORY -> alone ? over(segment, result) : new Verdict(result, true);
      case WORKER_LOST -> lost(segment, failed, suspects);
      case NOT_BEGUN -> new Verdict(result, true);
      case STORAGE -> count(segment) > TRIES ? over(segment, result) : new Verdict(result, true);
      case SETUP -> unfit(segment, failed);
    };
  }

  private Verdict over(Segment segment, SegmentResult result) {
    inARow.remove(segment.trial());
    unfit = 0;
    return new Verdict(result, false);
  }

  private static Verdict lost(Segment segment, SegmentResult.Failed failed, Suspects suspects) {
    Optional<String> guilt = suspects.of(segment.trial()).flatMap(Quarantine::guilt);
    return guilt
        .map(
            text ->
                new Verdict(
                    new SegmentResult.Failed(
                        FailureKind.KILLS_EXECUTOR, text + ": " + failed.message(), failed.usage()),
                    false))
        .orElseGet(() -> new Verdict(failed, true));
  }

  private Verdict unfit(Segment segment, SegmentResult.Failed failed) {
    unfit++;
    if (count(segment) > TRIES && unfit > TRIES) {
      trouble =
          Optional.of(
              "no executor could make ready for this study, %d times in a row; the last one said: %s"
                  .formatted(unfit, failed.message()));
    }
    return new Verdict(failed, true);
  }

  private int count(Segment segment) {
    return inARow.merge(segment.trial(), 1, Integer::sum);
  }

  /** What is wrong with the cluster, so that it is of no use to go on; empty if nothing is. */
  Optional<String> trouble() {
    return trouble;
  }
}
