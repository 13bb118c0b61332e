package dev.sturgeon.api;

import dev.sturgeon.conf.MethodConf;
import dev.sturgeon.conf.MethodConf.SamplerKind;
import dev.sturgeon.conf.MethodConf.SchedulerKind;
import dev.sturgeon.conf.PandaConf;
import dev.sturgeon.conf.SearchConf;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.panda.Knobs;
import dev.sturgeon.panda.Rule;
import dev.sturgeon.panda.Setting;
import dev.sturgeon.sample.CoarseToFine;
import dev.sturgeon.sample.GridSampler;
import dev.sturgeon.sample.ModelSampler;
import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.sample.Rounds;
import dev.sturgeon.sample.Sampler;
import dev.sturgeon.sample.SobolSampler;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.schedule.Asha;
import dev.sturgeon.schedule.AshaStopping;
import dev.sturgeon.schedule.Births;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.schedule.FullBudget;
import dev.sturgeon.schedule.Hyperband;
import dev.sturgeon.schedule.Ladder;
import dev.sturgeon.schedule.Panda;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.schedule.SuccessiveHalving;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Region;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Task;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the scheduler and sampler that a configuration asks for: here each is registered, in one
 * line.
 */
final class SearchAssembly {
  private final StudyConf conf;
  private final @Nullable DataFacts data;
  private final SearchSpace space;
  private final Objective objective;
  private final MethodConf method;
  private final Budget budget;
  private final Rounds rounds;
  private final long seed;
  private final List<Integer> epochs;

  /**
   * Of a study.
   *
   * @param planned the number of trials it began with, whatever it is allowed now
   * @param data what it searches on; null where that is not known yet
   */
  SearchAssembly(StudyConf conf, int planned, @Nullable DataFacts data) {
    this.conf = conf;
    this.data = data;
    SearchConf search = conf.search();
    this.space = conf.space();
    this.objective = conf.objective();
    this.method = search.method();
    this.budget = new Budget(search.maxTrials(), search.maxEpochs(), search.segmentEpochs());
    this.rounds = new Rounds(planned, method.rounds());
    this.seed = conf.seed();
    this.epochs =
        method.scheduler() == SchedulerKind.FULL
            ? List.of(search.maxEpochs())
            : Ladder.epochs(search.maxEpochs(), method.eta(), method.minEpochs());
  }

  /** A scheduler that has seen nothing yet. */
  Scheduler scheduler() {
    Births births = births();
    double eta = method.eta();
    if (conf.isPanda()) {
      return panda();
    }
    if (method.strict()) {
      return new SuccessiveHalving(births, objective, eta, epochs, rounds, true);
    }
    return switch (method.scheduler()) {
      case FULL -> new FullBudget(births);
      case ASHA -> new Asha(births, objective, eta, epochs);
      case ASHA_STOPPING -> new AshaStopping(births, objective, eta, epochs);
      case HALVING -> new SuccessiveHalving(births, objective, eta, epochs, rounds, false);
      case HYPERBAND -> new Hyperband(births, objective, eta, epochs);
      case PANDA -> panda();
    };
  }

  /** Which trials the search begins, whoever trains on. */
  Births births() {
    return new Births(first(), sampler(), seed, budget);
  }

  private Scheduler panda() {
    List<Rule> rules = conf.panda().rules().stream().map(SearchAssembly::rule).toList();
    return new Panda(
        first().get(0),
        Seeds.ofTrial(seed, new TrialId(0)),
        budget,
        conf.panda().branches(),
        rules,
        setting(),
        new Knobs(space, Trainable.of(conf, data)::obstacle));
  }

  /** A user's own may have been there when the study began, and not now. */
  private static Rule rule(PandaConf.RuleConf rule) {
    try {
      return rule.make();
    } catch (IllegalArgumentException e) {
      throw new DataException("panda.rules: " + e.getMessage(), e);
    }
  }

  private Setting setting() {
    return new Setting(
        space,
        objective,
        data == null ? 0 : data.rows().getOrDefault("dev", 0),
        chanceLoss(),
        budget.segmentEpochs(),
        conf.panda().horizon());
  }

  private double chanceLoss() {
    if (objective.task() == Task.REGRESSION) {
      return 1;
    }
    return data == null ? Double.POSITIVE_INFINITY : Math.log(Math.max(2, data.classes().size()));
  }

  /** After how many epochs a trial may have to wait or end; the last is its whole budget. */
  List<Integer> rungs() {
    return epochs;
  }

  /** What may surprise, in a sentence. */
  Optional<String> note() {
    if (method.sampler() != SamplerKind.GRID) {
      return Optional.empty();
    }
    int points = new GridSampler(space, budget.trials()).size();
    int most = budget.trials();
    return points <= most
        ? Optional.empty()
        : Optional.of(
            "the grid has %d points, but search.maxTrials is %d: the last %d are not tried"
                .formatted(points, most, points - most));
  }

  /** What the study is told to try, then the default configuration; of a grid, nothing. */
  private List<Suggestion> first() {
    List<Configuration> configurations = new ArrayList<>(method.first());
    List<Suggestion> first = new ArrayList<>();
    configurations.stream()
        .distinct()
        .forEach(known -> first.add(Suggestion.of(known, "search.first")));
    if (method.sampler() != SamplerKind.GRID && !configurations.contains(space.defaults())) {
      first.add(Births.defaults(space));
    }
    return first;
  }

  private Sampler sampler() {
    boolean learns = method.sampler() == SamplerKind.MODEL;
    boolean cut = method.strict() && learns;
    return rounds.count() > 1 || cut
        ? new CoarseToFine(space, this::sampler, epochs, rounds, cut)
        : sampler(Region.whole(space));
  }

  private Sampler sampler(Region region) {
    return switch (method.sampler()) {
      case RANDOM -> new RandomSampler(region);
      case SOBOL -> new SobolSampler(region, seed);
      case GRID -> new GridSampler(space, budget.trials());
      case MODEL -> new ModelSampler(region, epochs, method.costAware());
    };
  }
}
