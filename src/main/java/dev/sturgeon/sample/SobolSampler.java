package dev.sturgeon.sample;

import dev.sturgeon.space.Region;
import dev.sturgeon.trial.History;
import java.util.Optional;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * The points of a Sobol sequence, scrambled by Owen's method: as random as random points, but
 * evenly spread, so that few of them leave no large gap (Owen, Scrambled net variance for integrals
 * of smooth functions, 1997; the scrambling by hashing: Laine and Karras, Stratified sampling for
 * stochastic transparency, 2011).
 *
 * <p>Trial n gets point n, whatever came before: a function of the number of trials and the study's
 * seed; the trial's seed is not used. Immutable; safe to share between threads.
 */
public final class SobolSampler implements Sampler {
  private final Region region;
  private final long seed;

  /**
   * A sampler of a region.
   *
   * @param seed of the scrambling, the same for all trials of a study
   */
  public SobolSampler(Region region, long seed) {
    this.region = region;
    this.seed = seed;
  }

  @Override
  public Optional<Suggestion> sample(History history, long trialSeed) {
    int dimension = region.space().dimension();
    double[] point = new SobolSequenceGenerator(dimension).skipTo(history.trials().size());
    for (int i = 0; i < dimension; i++) {
      point[i] = scrambled((int) (long) (point[i] * 0x1p32), salt(i));
    }
    return Optional.of(Suggestion.of(region.at(point), "Sobol"));
  }

  private int salt(int dimension) {
    long mixed = (seed + dimension * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
    return (int) ((mixed ^ (mixed >>> 31)) >>> 16);
  }

  /** Each bit is flipped or not by what the bits above it are. */
  private static double scrambled(int bits, int salt) {
    int x = Integer.reverse(bits) + salt;
    x ^= x * 0x6c50b47c;
    x ^= x * 0xb82f1e52;
    x ^= x * 0xc7afe638;
    x ^= x * 0x8d22f6e6;
    return Integer.toUnsignedLong(Integer.reverse(x)) * 0x1p-32;
  }
}
