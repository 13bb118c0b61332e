package dev.sturgeon.bench.search;

import dev.sturgeon.sample.CoarseToFine;
import dev.sturgeon.sample.ModelSampler;
import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.sample.Rounds;
import dev.sturgeon.sample.Sampler;
import dev.sturgeon.sample.SobolSampler;
import dev.sturgeon.schedule.Asha;
import dev.sturgeon.schedule.AshaStopping;
import dev.sturgeon.schedule.Births;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.schedule.FullBudget;
import dev.sturgeon.schedule.Hyperband;
import dev.sturgeon.schedule.Ladder;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.schedule.SuccessiveHalving;
import dev.sturgeon.space.Region;
import dev.sturgeon.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The searches that are compared, by name; the first one is what the others are measured by. The
 * one place that knows how schedulers and samplers are made.
 */
final class Contenders {
  /** Plain random search, every trial to the end. */
  static final String RANDOM = "random";

  /** As {@code caviar} searches where nothing else is said. */
  static final String CAVIAR = "caviar";

  private static final double ETA = 3;

  /** As search.maxTrials would be set for targets as rare as these. */
  private static final int PLANNED = 300;

  private static final int ROUNDS = 3;
  private static final Map<String, Contender> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put(RANDOM, study -> new FullBudget(study.births(Contenders::random)));
    BY_NAME.put(CAVIAR, study -> asha(study, s -> rounds(s, region -> s.model(region, true))));
    BY_NAME.put("asha-model", study -> asha(study, Contenders::model));
    BY_NAME.put("asha-random", study -> asha(study, Contenders::random));
    BY_NAME.put("asha-sobol", study -> asha(study, Contenders::sobol));
    BY_NAME.put("asha-rounds-random", study -> asha(study, s -> rounds(s, RandomSampler::new)));
    BY_NAME.put("asha-stopping-random", study -> stopping(study, Contenders::random));
    BY_NAME.put("asha-stopping-model", study -> stopping(study, Contenders::model));
    BY_NAME.put("halving-random", study -> halving(study, Contenders::random));
    BY_NAME.put("strict", Contenders::strict);
    BY_NAME.put("hyperband-random", study -> hyperband(study, Contenders::random));
    BY_NAME.put("hyperband-model", study -> hyperband(study, Contenders::model));
    BY_NAME.put("full-model", study -> new FullBudget(study.births(Contenders::fullModel)));
  }

  private Contenders() {}

  private static Scheduler asha(Study study, Function<Study, Sampler> sampler) {
    return new Asha(study.births(sampler), Target.OBJECTIVE, ETA, study.rungs());
  }

  private static Scheduler stopping(Study study, Function<Study, Sampler> sampler) {
    return new AshaStopping(study.births(sampler), Target.OBJECTIVE, ETA, study.rungs());
  }

  private static Scheduler hyperband(Study study, Function<Study, Sampler> sampler) {
    return new Hyperband(study.births(sampler), Target.OBJECTIVE, ETA, study.rungs());
  }

  private static Scheduler halving(Study study, Function<Study, Sampler> sampler) {
    return new SuccessiveHalving(
        study.births(sampler),
        Target.OBJECTIVE,
        ETA,
        study.rungs(),
        new Rounds(PLANNED, ROUNDS),
        false);
  }

  private static Scheduler strict(Study study) {
    Rounds rounds = new Rounds(PLANNED, ROUNDS);
    return new SuccessiveHalving(
        study.births(
            s ->
                new CoarseToFine(
                    s.space(), region -> s.model(region, false), s.rungs(), rounds, true)),
        Target.OBJECTIVE,
        ETA,
        study.rungs(),
        rounds,
        true);
  }

  private static Sampler random(Study study) {
    return new RandomSampler(study.space());
  }

  private static Sampler sobol(Study study) {
    return new SobolSampler(Region.whole(study.space()), study.seed());
  }

  private static Sampler model(Study study) {
    return study.model(Region.whole(study.space()), true);
  }

  private static Sampler fullModel(Study study) {
    return new ModelSampler(Region.whole(study.space()), List.of(study.maxEpochs()), true);
  }

  private static Sampler rounds(Study study, Function<Region, Sampler> inner) {
    return new CoarseToFine(
        study.space(), inner, study.rungs(), new Rounds(PLANNED, ROUNDS), false);
  }

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

    Births births(Function<Study, Sampler> sampler) {
      return Births.of(space, sampler.apply(this), seed, new Budget(trials, maxEpochs, maxEpochs));
    }

    Sampler model(Region region, boolean timeCounts) {
      return new ModelSampler(region, rungs(), timeCounts);
    }

    List<Integer> rungs() {
      return Ladder.epochs(maxEpochs, ETA, Math.max(1, Math.rint(maxEpochs / 27.0)));
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
