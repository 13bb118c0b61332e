package dev.sturgeon.study;

import java.time.Instant;

/** The only way the study knows time. */
public interface Clock {

  /** Wall-clock time, for records that people read. It may jump. */
  Instant wall();

  /** Seconds since some fixed moment, never going back: for every decision that depends on time. */
  double seconds();

  /** The machine's own clock. */
  static Clock system() {
    return new Clock() {
      @Override
      public Instant wall() {
        return Instant.now();
      }

      @Override
      public double seconds() {
        return System.nanoTime() * 1e-9;
      }
    };
  }
}
