package dev.sturgeon.spark;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What room Spark has for leases, without the executors that could not make ready, as long as there
 * are others. Belongs to the board.
 */
final class LeaseRoom {

  /** What Spark says of its room, now. */
  interface Slots {

    /** How many leases to have at most, those included that bring executors by waiting. */
    int toFill();

    /** The slots of each executor, by its id; empty where there is no choice. */
    Map<String, Integer> byExecutor();
  }

  private final Slots slots;
  private final Set<String> unfit = new HashSet<>();

  LeaseRoom(Slots slots) {
    this.slots = slots;
  }

  /** The executor could not make ready. */
  void isUnfit(String executor) {
    unfit.add(executor);
  }

  /** The executor is ready. */
  void isFit(String executor) {
    unfit.remove(executor);
  }

  /** How many leases to have at most. */
  int toFill() {
    if (unfit.isEmpty()) {
      return slots.toFill();
    }
    Map<String, Integer> all = slots.byExecutor();
    int useless =
        all.entrySet().stream()
            .filter(executor -> !byExecutor().containsKey(executor.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return slots.toFill() - useless;
  }

  /** The slots of each executor; empty where there is no choice. */
  Map<String, Integer> byExecutor() {
    Map<String, Integer> all = slots.byExecutor();
    Map<String, Integer> fit = new TreeMap<>(all);
    fit.keySet().removeAll(unfit);
    return fit.isEmpty() ? all : fit;
  }

  /** The same without one of them. */
  Map<String, Integer> besides(Optional<String> executor) {
    Map<String, Integer> others = new TreeMap<>(byExecutor());
    executor.ifPresent(others::remove);
    return others;
  }
}
