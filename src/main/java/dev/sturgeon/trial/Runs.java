package dev.sturgeon.trial;

/** What a run counts for that trains a found configuration again. */
final class Runs {

  private Runs() {}

  /**
   * Whether it was trained to its end and has a value. A limit of its own is such an end, as it was
   * the configuration's before; one of the study cuts it short.
   */
  static boolean isWhole(Trial run) {
    return (run.status() == Trial.Status.COMPLETED || run.hasExpired()) && hasValue(run);
  }

  /** Whether it has no value by its own fault, and not for what it ran on. */
  static boolean isLost(Trial run) {
    FailureKind failure = run.failure();
    boolean unlucky = failure != null && !failure.isTrials();
    return run.status().isOver()
        && run.status() != Trial.Status.STOPPED
        && !hasValue(run)
        && !unlucky;
  }

  private static boolean hasValue(Trial run) {
    return run.scores().filter(Scores::isFinite).isPresent();
  }
}
