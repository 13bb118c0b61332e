package dev.sturgeon.store;

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
  public void pause(double seconds) {
    pauses.add(seconds);
    now += seconds;
  }

  /** The pauses so far. */
  public List<Double> pauses() {
    return pauses;
  }
}
