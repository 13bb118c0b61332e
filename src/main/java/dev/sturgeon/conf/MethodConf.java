package dev.sturgeon.conf;

import dev.sturgeon.space.Configuration;
import java.util.List;

/**
 * By which rules a study searches: where new configurations come from, and who trains on.
 *
 * @param scheduler who trains on
 * @param eta of so many trials on a rung one goes on, 1.1 or more
 * @param minEpochs least epochs of the lowest rung, 1 or more
 * @param sampler where new configurations come from
 * @param rounds rounds of a coarse-to-fine search; 1 for no refinement
 * @param strict whether the search is the same at any parallelism: rounds are separated, and
 *     neither the number of slots nor the time anything took has a say
 * @param costAware whether configurations that train quickly are preferred to equally promising
 *     ones
 * @param first configurations to begin with, in order, before the default one
 * @param warmStart directories of earlier studies whose best configurations are tried first
 */
public record MethodConf(
    SchedulerKind scheduler,
    double eta,
    int minEpochs,
    SamplerKind sampler,
    int rounds,
    boolean strict,
    boolean costAware,
    List<Configuration> first,
    List<String> warmStart) {

  /** Below it, halving would be no halving, and the rungs without number. */
  static final double LEAST_ETA = 1.1;

  /** Who trains on. */
  public enum SchedulerKind {
    /** Every trial trains to the end. */
    FULL("full", false),
    /** Asynchronous successive halving; paused trials may go on later. */
    ASHA("asha", true),
    /** Asynchronous successive halving; what is not among the best is dropped at once. */
    ASHA_STOPPING("ashaStopping", true),
    /** Successive halving in brackets whose trials wait for one another. */
    HALVING("halving", false),
    /** Several brackets of asynchronous successive halving. */
    HYPERBAND("hyperband", true),
    /** There is one trial, watched and nudged as it trains. */
    PANDA("panda", false);

    private final String label;
    private final boolean asynchronous;

    SchedulerKind(String label, boolean asynchronous) {
      this.label = label;
      this.asynchronous = asynchronous;
    }

    /** How a configuration spells it. */
    public String label() {
      return label;
    }

    /** Whether it decides by those who came first, and not by all who will come. */
    public boolean isAsynchronous() {
      return asynchronous;
    }
  }

  /** Where new configurations come from. */
  public enum SamplerKind {
    /** Drawn at random, each hyperparameter on its own scale. */
    RANDOM,
    /** A scrambled Sobol sequence: random, but evenly spread. */
    SOBOL,
    /** The points of a grid, in order. */
    GRID,
    /** Where a model of all results expects the most. */
    MODEL;

    /** How a configuration spells it. */
    public String label() {
      return Names.lower(this);
    }
  }

  /** Copies the lists and checks what fits together. */
  public MethodConf {
    first = List.copyOf(first);
    warmStart = List.copyOf(warmStart);
    if (!(eta >= LEAST_ETA && Double.isFinite(eta))) {
      throw new IllegalArgumentException("eta must be at least " + LEAST_ETA + ", not " + eta);
    }
    if (minEpochs < 1 || rounds < 1) {
      throw new IllegalArgumentException(
          "minEpochs and rounds must be at least 1, not " + minEpochs + " and " + rounds);
    }
    if (sampler == SamplerKind.GRID && (rounds > 1 || scheduler != SchedulerKind.FULL)) {
      throw new IllegalArgumentException(
          "a grid compares its points at their full budget: scheduler full, and no rounds");
    }
    if (strict && (scheduler.isAsynchronous() || costAware)) {
      throw new IllegalArgumentException(
          "strict needs the scheduler halving or full, and costAware false");
    }
  }

  /** The same, but not a search: one trial, which begins as the search would begin. */
  MethodConf ofPanda() {
    MethodConf plain = plain();
    return new MethodConf(
        SchedulerKind.PANDA,
        plain.eta(),
        plain.minEpochs(),
        plain.sampler(),
        plain.rounds(),
        plain.strict(),
        plain.costAware(),
        first,
        List.of());
  }

  /** The same without a choice: random configurations, and each trains to the end. */
  MethodConf plain() {
    return new MethodConf(
        SchedulerKind.FULL,
        eta,
        minEpochs,
        SamplerKind.RANDOM,
        1,
        false,
        true,
        List.of(),
        List.of());
  }

  /** The same search, warmed by studies that lie elsewhere. */
  MethodConf withFirst(List<Configuration> configurations) {
    return new MethodConf(
        scheduler, eta, minEpochs, sampler, rounds, strict, costAware, configurations, warmStart);
  }

  MethodConf withWarmStart(List<String> directories) {
    return new MethodConf(
        scheduler, eta, minEpochs, sampler, rounds, strict, costAware, first, directories);
  }
}
