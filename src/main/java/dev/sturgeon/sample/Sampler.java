package dev.sturgeon.sample;

import dev.sturgeon.trial.History;
import java.util.Optional;

/** Chooses configurations: a pure function of the history it is shown and the trial's seed. */
public interface Sampler {

  /**
   * A configuration of the search space; empty where nothing is left to try.
   *
   * @param history the trials so far; samplers that do not learn ignore it
   * @param trialSeed the new trial's seed, the only source of chance
   */
  Optional<Suggestion> sample(History history, long trialSeed);
}
