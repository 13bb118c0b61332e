package dev.sturgeon.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A timer whose time passes only in pauses, at once. Belongs to one thread. */
public class StillTimer implements Timer {
  private final List<Double> pauses = new ArrayList<>();
  private double now;

  @Override
  public double seconds() {
    return now;
  }

  @Override
  public Instant wall() {
    return Instant.parse("2026-11-22T10:00:00Z").plusMillis(Math.round(1000 * now));
  }

  @Override
  public void pause(double seconds) {
    pauses.add(seconds);
    now += seconds;
  }

  /** The pauses so far. */
  public List<Double> pauses() {
    return pauses;
  }
}
