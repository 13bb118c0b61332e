package dev.sturgeon.journal;

import java.io.IOException;

/** Asked before anything is written whether this driver may still write. */
@FunctionalInterface
public interface Fence {
  /** For a study that nobody else can drive. */
  Fence NONE = () -> {};

  /**
   * Returns if it may.
   *
   * @throws IOException if another driver has taken over, or that cannot be found out; says who
   */
  void check() throws IOException;
}
