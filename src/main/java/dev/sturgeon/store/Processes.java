package dev.sturgeon.store;

/** Which drivers' processes live, as far as can be seen from here. */
@FunctionalInterface
public interface Processes {

  /** What is known of a process from here. */
  enum Life {
    /** It is there. */
    LIVES,
    /** It is certainly gone. */
    GONE,
    /** It cannot be seen from here. */
    UNKNOWN
  }

  /** Whether this driver lives. */
  Life of(Driver driver);
}
