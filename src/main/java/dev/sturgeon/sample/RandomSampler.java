package dev.sturgeon.sample;

import dev.sturgeon.space.Region;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws every hyperparameter at random on its own scale, whatever came before (Bergstra and Bengio,
 * Random Search for Hyper-Parameter Optimization, 2012: better than a grid, since a few
 * hyperparameters matter and each trial tries a new value of all of them).
 *
 * <p>Immutable; safe to share between threads.
 */
public final class RandomSampler implements Sampler {
  private final Region region;

  /** A sampler of this space. */
  public RandomSampler(SearchSpace space) {
    this(Region.whole(space));
  }

  /** A sampler of a part of a space. */
  public RandomSampler(Region region) {
    this.region = region;
  }

  @Override
  public Optional<Suggestion> sample(History history, long trialSeed) {
    // The split mixes the seed: seeds that lie close together still give unrelated points.
    SplittableRandom random = new SplittableRandom(trialSeed).split();
    double[] cube = new double[region.space().dimension()];
    for (int i = 0; i < cube.length; i++) {
      cube[i] = random.nextDouble();
    }
    return Optional.of(Suggestion.of(region.at(cube), "random"));
  }
}
