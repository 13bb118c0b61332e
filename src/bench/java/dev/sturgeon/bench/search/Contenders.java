package dev.sturgeon.bench.search;

import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.schedule.CoarseToFine;
import dev.sturgeon.schedule.FullBudget;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The searches that are compared, by name; the first one is what the others are measured by. The
 * one place that knows how schedulers and samplers are made.
 */
final class Contenders {
  /** Plain random search, every trial to the end. */
  static final String RANDOM = "random";

  private static final int PLANNED = 60;
  private static final int ROUNDS = 3;
  private static final Map<String, Contender> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put(
        RANDOM,
        study ->
            new FullBudget(
                study.space(), new RandomSampler(study.space()), study.seed(), study.budget()));
    BY_NAME.put(
        "coarse-to-fine",
        study ->
            new CoarseToFine(
                study.space(), RandomSampler::new, study.seed(), study.budget(), PLANNED, ROUNDS));
  }

  private Contenders() {}

  /** A way to search. */
  interface Contender {
    /** A scheduler for one study. */
    Scheduler scheduler(Study study);
  }

  /**
   * What a scheduler is told.
   *
   * @param space what may vary; its defaults are what trial 0 is made of
   * @param seed the study's seed
   * @param maxEpochs every trial's whole budget
   * @param trials how many may start: more than any search here needs
   */
  record Study(SearchSpace space, long seed, int maxEpochs, int trials) {
    FullBudget.Budget budget() {
      return new FullBudget.Budget(trials, maxEpochs, maxEpochs);
    }
  }

  /** All names, random search's first. */
  static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** The search of a name. */
  static Contender named(String name) {
    Contender contender = BY_NAME.get(name);
    if (contender == null) {
      throw new IllegalArgumentException("no search '" + name + "', only " + names());
    }
    return contender;
  }
}
