package dev.sturgeon.spark;

import java.util.HashMap;
import java.util.Map;

/**
 * Leases that were given up while their segment ran: their slots are taken until their tasks have
 * come to an end, or their executor. Belongs to the board.
 */
final class Stuck {
  private final Map<Long, String> executors = new HashMap<>();

  void add(long lease, String executor) {
    executors.put(lease, executor);
  }

  /** The task has ended; false if nobody waited for that. */
  boolean ended(long lease) {
    return executors.remove(lease) != null;
  }

  /** An executor is gone; whether one of these was on it, which may be why. */
  boolean lost(String executor) {
    return executors.values().removeIf(executor::equals);
  }

  int size() {
    return executors.size();
  }
}
