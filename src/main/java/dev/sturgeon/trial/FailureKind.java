package dev.sturgeon.trial;

/**
 * What kind of thing went wrong with a segment; what is done about it follows from the kind.
 *
 * <p>The first four are a trial's own and end it. The others are not its fault: its segment is
 * issued again.
 */
public enum FailureKind {
  /** Training threw: the same segment would throw again. */
  EXCEPTION("training failed"),
  /** Heap or native memory ran out, although no other trial was in the way. */
  OUT_OF_MEMORY("out of memory"),
  /** It made no step for too long. */
  HANG("hung"),
  /** Executors die of it when nothing else is on them. */
  KILLS_EXECUTOR("kills executors"),
  /** The executor is gone. */
  WORKER_LOST("executor lost"),
  /** The executor could not make ready for the study: its data, its native libraries. */
  SETUP("executor not ready"),
  /** A checkpoint or another file could not be read or written. */
  STORAGE("file trouble"),
  /** There is no space left for its checkpoint, nor for those of others. */
  NO_SPACE("no space left"),
  /** It was taken back before any executor had it; its trial then stands where it stood. */
  NOT_BEGUN("not begun");

  private final String text;

  FailureKind(String text) {
    this.text = text;
  }

  /** The kind in a few words. */
  public String text() {
    return text;
  }

  /** Whether it is the trial's own and ends it. */
  public boolean isTrials() {
    return this == EXCEPTION || this == OUT_OF_MEMORY || this == HANG || this == KILLS_EXECUTOR;
  }

  /** What something thrown in training is: {@link #OUT_OF_MEMORY} if that caused it. */
  public static FailureKind of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return OUT_OF_MEMORY;
      }
    }
    return EXCEPTION;
  }
}
