package dev.sturgeon.api;

import dev.sturgeon.conf.MethodConf.SamplerKind;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.sample.GridSampler;
import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.sample.Sampler;
import dev.sturgeon.sample.SobolSampler;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Region;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configurations a study begins with; before there are results, a model draws at random.
 *
 * @param configurations by trial number
 * @param study how many of them are the study's own: in a search of several rounds the later ones
 *     depend on what the first round finds
 */
record FirstTrials(List<Configuration> configurations, int study) {

  /** Copies the list. */
  FirstTrials {
    configurations = List.copyOf(configurations);
  }

  /** At most so many, drawn as the study draws them. */
  static FirstTrials of(StudyConf conf, int most) {
    History history = new History(conf.objective());
    Sampler sampler = sampler(conf);
    List<Configuration> known = known(conf);
    int wanted = Math.min(most, conf.search().maxTrials());
    while (history.trials().size() < wanted) {
      TrialId id = new TrialId(history.trials().size());
      long seed = Seeds.ofTrial(conf.seed(), id);
      Optional<Configuration> next = next(known, sampler, history, seed);
      if (next.isEmpty()) {
        break;
      }
      history.put(Trial.born(id, Role.SEARCH, null, next.get(), seed, conf.search().maxEpochs()));
    }
    List<Configuration> drawn = history.trials().stream().map(Trial::configuration).toList();
    int round = Math.max(1, conf.search().maxTrials() / conf.search().method().rounds());
    return new FirstTrials(drawn, Math.min(drawn.size(), round));
  }

  /** How many trials the study has at most: a grid may have fewer points than are allowed. */
  static int count(StudyConf conf) {
    int most = conf.search().maxTrials();
    return isGrid(conf) ? Math.min(most, new GridSampler(conf.space(), most).size()) : most;
  }

  static boolean isGrid(StudyConf conf) {
    return conf.search().method().sampler() == SamplerKind.GRID;
  }

  private static Sampler sampler(StudyConf conf) {
    return switch (conf.search().method().sampler()) {
      case GRID -> new GridSampler(conf.space(), conf.search().maxTrials());
      case SOBOL -> new SobolSampler(Region.whole(conf.space()), conf.seed());
      case RANDOM, MODEL -> new RandomSampler(conf.space());
    };
  }

  /** What needs no sampler: what the study is told to try, then the default configuration. */
  private static List<Configuration> known(StudyConf conf) {
    List<Configuration> known = new ArrayList<>(conf.search().method().first());
    if (!isGrid(conf)) {
      known.add(conf.space().defaults());
    }
    return known.stream().distinct().toList();
  }

  private static Optional<Configuration> next(
      List<Configuration> known, Sampler sampler, History history, long seed) {
    int number = history.trials().size();
    return number < known.size()
        ? Optional.of(known.get(number))
        : sampler.sample(history, seed).map(Suggestion::configuration);
  }
}
