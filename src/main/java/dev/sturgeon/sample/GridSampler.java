package dev.sturgeon.sample;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Grid;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Trial;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The points of a full grid, in order, each once: for comparing a few settings side by side.
 *
 * <p>Not for searching. A grid of n points over d hyperparameters tries only n^(1/d) values of
 * each; where, as usual, one or two of them matter and the others hardly do, most of its trials
 * repeat what is known. Random points try n values of each (Bergstra and Bengio, Random Search for
 * Hyper-Parameter Optimization, 2012).
 *
 * <p>Points that a trial of the history has had are left out; when none is left there is nothing
 * more to try, and the study ends, as with Optuna's {@code GridSampler}. The seed is not used.
 * Immutable; safe to share between threads.
 */
public final class GridSampler implements Sampler {
  private final List<Configuration> points;

  /** A sampler of the finest {@link Grid} with at most this many points. */
  public GridSampler(SearchSpace space, int most) {
    this.points = Grid.of(space, most).points();
  }

  /** How many points the grid has: more than wanted where choices alone make more. */
  public int size() {
    return points.size();
  }

  @Override
  public Optional<Suggestion> sample(History history, long trialSeed) {
    Set<Configuration> tried = new HashSet<>();
    history.trials().stream().map(Trial::configuration).forEach(tried::add);
    return points.stream()
        .filter(point -> !tried.contains(point))
        .findFirst()
        .map(point -> Suggestion.of(point, "grid"));
  }
}
