package dev.sturgeon.trial;

/** What kind of thing went wrong with a segment; the policy for it follows from the kind. */
public enum FailureKind {
  /** Training threw: the same segment would throw again. */
  EXCEPTION,
  /** The executor is gone; the trial is not to blame. */
  WORKER_LOST,
  /** The executor could not make ready for the study: its data, its native libraries. */
  SETUP,
  /** A checkpoint or another file could not be read or written. */
  STORAGE
}
