package dev.sturgeon.spark;

/**
 * How fast segments go by. Where they are so short that a slot would wait for the next one longer
 * than it works, some are handed out ahead.
 *
 * <p>Belongs to one thread.
 */
final class Pace {
  /** How much work a slot should have before it, in seconds: some round trips and disk writes. */
  private static final double AHEAD = 0.1;

  private static final int MOST = 64;
  private static final double WEIGHT = 0.1;

  private double usual = AHEAD;

  /** Takes in how long a segment took; one long one is enough to be careful again for a while. */
  void ended(double seconds) {
    usual = Math.max(seconds, usual + WEIGHT * (seconds - usual));
  }

  /** How many segments to hand out ahead for each slot; none where they are long enough. */
  int ahead() {
    return (int) Math.min(MOST, Math.max(0, Math.ceil(AHEAD / Math.max(usual, 1e-9)) - 1));
  }
}
