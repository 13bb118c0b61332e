package dev.sturgeon.store;

/** Feels whether a driver's process lives. */
@FunctionalInterface
public interface Pulse {

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
