package dev.sturgeon.api;

import dev.sturgeon.conf.SearchConf;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.sample.GridSampler;
import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.sample.Sampler;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Optional;

/**
 * The configurations a study begins with.
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
    int wanted = Math.min(most, conf.search().maxTrials());
    while (history.trials().size() < wanted) {
      TrialId id = new TrialId(history.trials().size());
      long seed = Seeds.ofTrial(conf.seed(), id);
      Optional<Configuration> next = next(conf, sampler, history, seed);
      if (next.isEmpty()) {
        break;
      }
      history.put(Trial.born(id, Role.SEARCH, null, next.get(), seed, conf.search().maxEpochs()));
    }
    List<Configuration> drawn = history.trials().stream().map(Trial::configuration).toList();
    int round = Math.max(1, conf.search().maxTrials() / conf.search().rounds());
    return new FirstTrials(drawn, Math.min(drawn.size(), round));
  }

  /** How many trials the study has at most: a grid may have fewer points than are allowed. */
  static int count(StudyConf conf) {
    int most = conf.search().maxTrials();
    return isGrid(conf) ? Math.min(most, new GridSampler(conf.space(), most).size()) : most;
  }

  static boolean isGrid(StudyConf conf) {
    return conf.search().sampler() == SearchConf.SamplerKind.GRID;
  }

  private static Sampler sampler(StudyConf conf) {
    return isGrid(conf)
        ? new GridSampler(conf.space(), conf.search().maxTrials())
        : new RandomSampler(conf.space());
  }

  private static Optional<Configuration> next(
      StudyConf conf, Sampler sampler, History history, long seed) {
    return history.trials().isEmpty() && !isGrid(conf)
        ? Optional.of(conf.space().defaults())
        : sampler.sample(history, seed);
  }
}
