package dev.sturgeon.sample;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Region;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns from all trials so far where good ones are to be expected: a Gaussian process over
 * hyperparameters and epochs, and of many candidates the one with the largest expected improvement
 * for the time it takes (Snoek, Larochelle and Adams, Practical Bayesian optimization of machine
 * learning algorithms, 2012; over several budgets: Swersky, Snoek and Adams, Multi-task Bayesian
 * optimization, 2013).
 *
 * <p>Half of the candidates come from anywhere in the region, half from around the best that are
 * known. Each trial looks at candidates of its own, so that trials sampled at the same moment
 * differ. One in five is drawn at random whatever the model says, as are all until there are enough
 * results. Immutable; safe to share between threads.
 */
public final class ModelSampler implements Sampler {
  /** Few, so that trials sampled at the same moment differ. */
  private static final int CANDIDATES = 60;

  /** Results that go into a model: the effort grows with their cube. */
  private static final int MOST = 80;

  /** Results without which there is no model. */
  private static final int LEAST = 12;

  private static final int AROUND = 8;

  /** Share of the trials that are drawn at random all the same. */
  private static final double UNLEARNED = 0.2;

  /** Of a result around the truth, where the truth has variance 1. */
  private static final double NOISE = 0.03;

  private final Region region;
  private final SearchSpace space;
  private final int[] epochs;
  private final boolean counts;
  private final Sampler random;
  private final Kernel kernel;
  private final double end;

  /**
   * A sampler of a region that learns from results at these epochs.
   *
   * @param epochs ascending; the last is the whole budget
   * @param timeCounts whether quick networks are preferred; where not, what it says does not depend
   *     on how long anything took
   */
  public ModelSampler(Region region, List<Integer> epochs, boolean timeCounts) {
    this.region = region;
    this.space = region.space();
    this.epochs = epochs.stream().mapToInt(Integer::intValue).toArray();
    this.counts = timeCounts;
    this.random = new RandomSampler(region);
    this.kernel = new Kernel(space);
    this.end = Math.log(this.epochs[this.epochs.length - 1]);
  }

  @Override
  public Optional<Suggestion> sample(History history, long trialSeed) {
    SplittableRandom chance = new SplittableRandom(trialSeed);
    if (history.trials().size() < LEAST || chance.nextDouble() < UNLEARNED) {
      return random.sample(history, trialSeed);
    }
    List<Observation> all = Observations.of(history, space, epochs);
    if (all.size() < LEAST) {
      return random.sample(history, trialSeed);
    }
    List<Observation> known = selection(all, chance);
    Optional<Costs> costs = counts ? Optional.of(Costs.of(history, space)) : Optional.empty();
    Model model = new Model(new GaussianProcess(kernel, known, NOISE), known, end, costs);
    return candidates(model, chance).stream()
        .map(candidate -> new Rated(candidate, model.worth(space.unitOf(candidate))))
        .max(Comparator.comparingDouble(Rated::worth))
        .map(best -> Suggestion.of(best.candidate(), origin(model, best.candidate())));
  }

  private record Rated(Configuration candidate, double worth) {}

  private String origin(Model model, Configuration chosen) {
    return "model of %d results, which expects it among the best %.0f %%"
        .formatted(model.size(), Math.max(1, 100 * model.share(space.unitOf(chosen))));
  }

  /** The best half of what a model can take, and others at random. */
  private static List<Observation> selection(List<Observation> all, SplittableRandom chance) {
    if (all.size() <= MOST) {
      return all;
    }
    List<Observation> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(Observation::value).reversed());
    List<Observation> chosen = new ArrayList<>(sorted.subList(0, MOST / 2));
    List<Observation> rest = sorted.subList(MOST / 2, sorted.size());
    for (int i = 0; i < MOST - MOST / 2; i++) {
      int other = i + chance.nextInt(rest.size() - i);
      Observation one = rest.get(other);
      rest.set(other, rest.get(i));
      chosen.add(one);
    }
    return chosen;
  }

  private List<Configuration> candidates(Model model, SplittableRandom chance) {
    List<double[]> centres = model.best(AROUND);
    return IntStream.range(0, CANDIDATES)
        .mapToObj(
            i ->
                i % 2 == 0
                    ? Points.uniform(region, chance)
                    : Points.around(region, centres.get(chance.nextInt(centres.size())), chance))
        .toList();
  }
}
