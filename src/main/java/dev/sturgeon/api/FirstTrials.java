package dev.sturgeon.api;

import dev.sturgeon.conf.MethodConf.SamplerKind;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.sample.GridSampler;
import dev.sturgeon.sample.Rounds;
import dev.sturgeon.schedule.Births;
import dev.sturgeon.schedule.Scheduler.Start;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;

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
    int wanted = Math.min(most, conf.search().maxTrials());
    History history = new History(conf.objective());
    Births births = new SearchAssembly(conf, conf.search().maxTrials(), null).births();
    while (history.trials().size() < wanted
        && births.next(history, conf.search().maxEpochs()).orElse(null) instanceof Start start) {
      TrialId id = new TrialId(history.trials().size());
      Trial born =
          Trial.born(id, Role.SEARCH, null, start.configuration(), start.seed(), start.maxEpochs());
      history.put(born.running());
    }
    List<Configuration> drawn = history.trials().stream().map(Trial::configuration).toList();
    int round = new Rounds(conf.search().maxTrials(), conf.search().method().rounds()).first(1);
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
}
