package dev.sturgeon.schedule;

import dev.sturgeon.sample.Sampler;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.Optional;

/**
 * Trains every trial to the end of its budget: the plain search that others are compared with.
 *
 * <p>Trial 0 is the search space's default configuration, the others come from the sampler. Paused
 * trials go on, lowest number first, before a new one starts. Everything follows from the history
 * it is shown, so that it needs no memory of its own.
 */
public final class FullBudget implements Scheduler {
  private final SearchSpace space;
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

    private int segmentEnd(int epoch, int end) {
      return Math.min(end, Math.addExact(epoch, segmentEpochs));
    }
  }

  /** A scheduler of trials from this sampler. */
  public FullBudget(SearchSpace space, Sampler sampler, long studySeed, Budget budget) {
    this.space = space;
    this.sampler = sampler;
    this.studySeed = studySeed;
    this.budget = budget;
  }

  @Override
  public Optional<Step> next(History history) {
    for (Trial trial : history.trials()) {
      if (trial.status() == Trial.Status.PAUSED) {
        return Optional.of(
            new Continue(trial.id(), budget.segmentEnd(trial.epoch(), trial.maxEpochs())));
      }
    }
    return history.trials().size() < budget.trials()
        ? Optional.of(start(new TrialId(history.trials().size()), history))
        : Optional.empty();
  }

  private Start start(TrialId id, History history) {
    long seed = Seeds.ofTrial(studySeed, id);
    boolean first = id.number() == 0;
    Configuration configuration = first ? space.defaults() : sampler.sample(history, seed);
    return new Start(
        configuration,
        seed,
        budget.maxEpochs(),
        budget.segmentEnd(0, budget.maxEpochs()),
        first ? "default configuration" : "sampled");
  }

  @Override
  public void update(Trial trial) {
    // The history says it all.
  }
}
