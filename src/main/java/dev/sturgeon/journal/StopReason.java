package dev.sturgeon.journal;

/** Why a study ends. */
public enum StopReason {
  /** The scheduler has no further work: all trials are over. */
  BUDGET("all trials are done"),
  /** The time limit is reached. */
  DURATION("the time limit is reached"),
  /** The segments have taken as many core-hours as they may. */
  CORE_HOURS("the limit of core-hours is reached"),
  /** A trial reached the target. */
  TARGET("the target is reached"),
  /** Too many trials in a row brought no new best. */
  NO_GAIN("no new best for too many trials"),
  /** Somebody asked for it. */
  REQUESTED("stopped on request"),
  /** The first trials all failed: something is wrong with the study, not with the trials. */
  ALL_FAILED("the first trials all failed");

  private final String text;

  StopReason(String text) {
    this.text = text;
  }

  /** The reason in words. */
  public String text() {
    return text;
  }

  /** Whether the study is over for good; after {@link #REQUESTED} it may be taken up again. */
  public boolean isFinal() {
    return this != REQUESTED;
  }
}
