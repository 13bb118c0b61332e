package dev.sturgeon.bench.search;

import dev.sturgeon.space.Configuration;
import java.util.HashMap;
import java.util.Map;

/**
 * The learning curves that the studies of one data set and seed have asked for. Schedulers that
 * draw from the same seeds ask for the same ones. Belongs to one thread, and is dropped with the
 * seed, so that it stays small.
 */
final class Curves {
  private final Problem problem;
  private final Map<Key, Curve> known = new HashMap<>();

  private record Key(Configuration configuration, long seed) {}

  Curves(Problem problem) {
    this.problem = problem;
  }

  Curve of(Configuration configuration, long seed) {
    return known.computeIfAbsent(
        new Key(configuration, seed), key -> problem.curve(key.configuration(), key.seed()));
  }
}
