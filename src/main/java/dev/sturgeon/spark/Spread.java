package dev.sturgeon.spark;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Evens out how much the executors have to do. Pure. */
final class Spread {

  private Spread() {}

  /**
   * The executor that is to be given the next lease: of those with a free slot, the one with the
   * smallest share of its slots taken; empty where all are full.
   *
   * @param slots how many each executor has
   * @param taken the executor of each lease that there is
   */
  static Optional<String> next(Map<String, Integer> slots, Collection<String> taken) {
    return slots.entrySet().stream()
        .filter(executor -> count(taken, executor) < executor.getValue())
        .min(
            Comparator.comparingDouble(
                executor -> (double) count(taken, executor) / executor.getValue()))
        .map(Map.Entry::getKey);
  }

  private static int count(Collection<String> taken, Map.Entry<String, Integer> executor) {
    return Collections.frequency(taken, executor.getKey());
  }
}
