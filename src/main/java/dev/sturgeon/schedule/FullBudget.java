package dev.sturgeon.schedule;

import dev.sturgeon.sample.GridSampler;
import dev.sturgeon.sample.Sampler;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains every trial to the end of its budget: the plain search that others are compared with.
 *
 * <p>Trial 0 is the search space's default configuration, the others come from the sampler; of a
 * grid trial 0 too. Paused trials go on, lowest number first, before a new one starts. Everything
 * follows from the history it is shown, so that it needs no memory of its own.
 */
public final class FullBudget implements Scheduler {
  private final @Nullable Configuration first;
  private final Sampler sampler;
  private final long studySeed;
  private final Budget budget;

  /**
   * How much there is to train.
   *
   * @param trials how many trials, 1 or more
   * @param maxEpochs epochs of each trial, 1 or more
   * @param segmentEpochs epochs of each segment, 1 or more; a trial's last one may be shorter
   */
  public record Budget(int trials, int maxEpochs, int segmentEpochs) {

    /** Checks that all three are positive. */
    public Budget {
      if (trials < 1 || maxEpochs < 1 || segmentEpochs < 1) {
        throw new IllegalArgumentException(
            "trials, maxEpochs and segmentEpochs are 1 or more, not "
                + (trials + ", " + maxEpochs + ", " + segmentEpochs));
      }
    }

    /** The paused trial with the lowest number goes on, if there is one. */
    Optional<Scheduler.Step> next(History history) {
      return history.trials().stream()
          .filter(trial -> trial.status() == Trial.Status.PAUSED)
          .findFirst()
          .map(trial -> new Continue(trial.id(), segmentEnd(trial.epoch(), trial.maxEpochs())));
    }

    /** A new trial's first segment. */
    Scheduler.Start start(
        Configuration configuration, long seed, String origin, List<String> reasons) {
      return new Start(configuration, seed, maxEpochs, segmentEnd(0, maxEpochs), origin, reasons);
    }

    private int segmentEnd(int epoch, int end) {
      return Math.min(end, Math.addExact(epoch, segmentEpochs));
    }
  }

  /** A search of this space: trial 0 is its default configuration. */
  public FullBudget(SearchSpace space, Sampler sampler, long studySeed, Budget budget) {
    this(space.defaults(), sampler, studySeed, budget);
  }

  /** Nothing but the points of a grid, from its first one on. */
  public FullBudget(GridSampler grid, long studySeed, Budget budget) {
    this((Configuration) null, grid, studySeed, budget);
  }

  private FullBudget(
      @Nullable Configuration first, Sampler sampler, long studySeed, Budget budget) {
    this.first = first;
    this.sampler = sampler;
    this.studySeed = studySeed;
    this.budget = budget;
  }

  @Override
  public Optional<Step> next(History history) {
    return budget.next(history).or(() -> start(history));
  }

  private Optional<Step> start(History history) {
    TrialId id = new TrialId(history.trials().size());
    if (id.number() >= budget.trials()) {
      return Optional.empty();
    }
    long seed = Seeds.ofTrial(studySeed, id);
    if (id.number() == 0 && first != null) {
      return Optional.of(budget.start(first, seed, "default configuration", List.of()));
    }
    return sampler
        .sample(history, seed)
        .map(configuration -> budget.start(configuration, seed, "sampled", List.of()));
  }

  @Override
  public void update(Trial trial) {
    // The history says it all.
  }
}
