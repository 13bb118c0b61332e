package dev.sturgeon.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Condition;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.PowersOfTwo;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every sampler promises. A subclass names the sampler. */
abstract class SamplerContract {
  static final int TRIALS = 200;
  static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of("learningRate", RealDomain.of(1e-4, 1, Scale.LOG)),
              Hyperparameter.of("batchSize", new PowersOfTwo(16, 256)),
              Hyperparameter.of("activation", new FixedDomain(Value.of("relu"))),
              Hyperparameter.of(
                  "updater",
                  new CategoricalDomain(List.of(Value.of("adam"), Value.of("nesterov")))),
              new Hyperparameter(
                  "momentum",
                  RealDomain.of(0.8, 0.99, Scale.REVERSE_LOG),
                  null,
                  new Condition.OneOf("updater", List.of(Value.of("nesterov"))))));

  abstract Sampler sampler(SearchSpace space);

  /** What the sampler is shown; a sampler that learns replaces this by one with trials in it. */
  History history() {
    return new History(new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE));
  }

  @Test
  void sameHistoryAndSeedGiveTheSameConfiguration() {
    Sampler one = sampler(SPACE);
    Sampler other = sampler(SPACE);
    History history = history();
    for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE, 123_456_789_012L}) {
      Optional<Suggestion> first = one.sample(history, seed);
      one.sample(history, seed + 1);
      assertThat(one.sample(history, seed)).isEqualTo(first);
      assertThat(other.sample(history(), seed)).isEqualTo(first);
    }
  }

  @Test
  void eachTrialIsAnother() {
    assertThat(new HashSet<>(trials())).hasSize(TRIALS);
  }

  @Test
  void everyValueIsInItsDomainAndConditionsHold() {
    Set<Value> updaters = new HashSet<>();
    for (Configuration drawn : trials()) {
      for (Hyperparameter h : SPACE.hyperparameters()) {
        Condition condition = h.condition();
        boolean active = condition == null || condition.holds(drawn.get(condition.on()));
        assertThat(drawn.has(h.name())).isEqualTo(active);
        assertThat(!active || h.domain().contains(drawn.get(h.name()))).isTrue();
      }
      updaters.add(drawn.get("updater"));
    }
    assertThat(updaters).hasSize(2);
  }

  /** Two hundred trials, one after the other, each with a seed of its own. */
  private List<Configuration> trials() {
    Sampler sampler = sampler(SPACE);
    History history = history();
    List<Configuration> drawn = new ArrayList<>();
    for (int number = 0; number < TRIALS; number++) {
      TrialId id = new TrialId(history.trials().size());
      Configuration configuration = sampler.sample(history, number).orElseThrow().configuration();
      history.put(Trial.born(id, Role.SEARCH, null, configuration, number, 1));
      drawn.add(configuration);
    }
    return drawn;
  }
}
