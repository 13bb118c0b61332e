package dev.sturgeon.sample;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.History;

/** Chooses configurations: a pure function of the history it is shown and the trial's seed. */
public interface Sampler {

  /**
   * A configuration of the search space.
   *
   * @param history the trials so far; samplers that do not learn ignore it
   * @param trialSeed the new trial's seed, the only source of chance
   */
  Configuration sample(History history, long trialSeed);
}
