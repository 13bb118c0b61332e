package dev.sturgeon.store;

import java.io.InterruptedIOException;
import java.time.Instant;

/** Time and pauses: the only way this room knows time. */
public interface Timer {

  /** Seconds since some fixed moment, never going back: for every decision that depends on time. */
  double seconds();

  /** Wall-clock time, for others to read. It may jump. */
  Instant wall();

  /**
   * Returns after so many seconds.
   *
   * @throws InterruptedIOException if the thread is interrupted, which it then still is
   */
  void pause(double seconds) throws InterruptedIOException;

  /** The machine's own, which setting its clock does not touch. */
  static Timer system() {
    return new Timer() {
      @Override
      public double seconds() {
        return System.nanoTime() * 1e-9;
      }

      @Override
      public Instant wall() {
        return Instant.now();
      }

      @Override
      public void pause(double seconds) throws InterruptedIOException {
        try {
          Thread.sleep(Math.round(seconds * 1000));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("interrupted while waiting");
        }
      }
    };
  }
}
