package dev.sturgeon.schedule;

import dev.sturgeon.sample.Sampler;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Optional;

/**
 * Which trials a study begins: first those that are known, then what the sampler says, until the
 * budget's number is reached. A pure function of the history; immutable.
 *
 * @param first the configurations of trials 0, 1, …
 * @param sampler says the others
 * @param studySeed where each trial's seed comes from
 * @param budget how many there are, and how long each may train
 */
public record Births(List<Suggestion> first, Sampler sampler, long studySeed, Budget budget) {

  /** Copies the list. */
  public Births {
    first = List.copyOf(first);
  }

  /** As usual: trial 0 is the search space's default configuration. */
  public static Births of(SearchSpace space, Sampler sampler, long studySeed, Budget budget) {
    return new Births(List.of(defaults(space)), sampler, studySeed, budget);
  }

  /** The search space's default configuration. */
  public static Suggestion defaults(SearchSpace space) {
    return Suggestion.of(space.defaults(), "default configuration");
  }

  /** Whether the budget has a trial left. */
  boolean isOpen(History history) {
    return history.trials().size() < budget.trials();
  }

  /**
   * The next trial's birth; empty where there is none left, or the sampler knows none.
   *
   * @param goal the epoch up to which it is to train without a further decision
   */
  public Optional<Scheduler.Step> next(History history, int goal) {
    TrialId id = new TrialId(history.trials().size());
    if (!isOpen(history)) {
      return Optional.empty();
    }
    long seed = Seeds.ofTrial(studySeed, id);
    Optional<Suggestion> suggestion =
        id.number() < first.size()
            ? Optional.of(first.get(id.number()))
            : sampler.sample(history, seed);
    return suggestion.map(
        said ->
            new Scheduler.Start(
                said.configuration(),
                seed,
                budget.maxEpochs(),
                budget.segmentEnd(0, goal),
                said.origin(),
                said.reasons()));
  }
}
