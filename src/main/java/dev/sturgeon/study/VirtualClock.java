package dev.sturgeon.study;

import java.time.Instant;

/** A clock that stands still until it is moved. Belongs to one thread. */
public final class VirtualClock implements Clock {
  private double seconds;

  @Override
  public Instant wall() {
    return Instant.EPOCH.plusMillis(Math.round(seconds * 1000));
  }

  @Override
  public double seconds() {
    return seconds;
  }

  /** Moves to a later moment; an earlier one changes nothing. */
  public void moveTo(double moment) {
    seconds = Math.max(seconds, moment);
  }
}
