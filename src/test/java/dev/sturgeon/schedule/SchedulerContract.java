package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.sample.Sampler;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every scheduler keeps to. */
abstract class SchedulerContract {
  static final SearchSpace SPACE =
      new SearchSpace(
          List.of(
              Hyperparameter.of("learningRate", RealDomain.of(1e-4, 1, Scale.LOG)),
              Hyperparameter.of(
                  "updater", new CategoricalDomain(List.of(Value.of("adam"), Value.of("sgd"))))));

  /** Uniform in the unit cube. */
  static final Sampler SAMPLER =
      (history, seed) ->
          Optional.of(SPACE.at(new Random(seed).doubles(SPACE.dimension()).toArray()));

  /** A scheduler of a small study. */
  abstract Scheduler scheduler(long studySeed);

  @Test
  void comesToAnEnd() {
    assertThat(new Rehearsal(scheduler(1), 2).run().history().trials())
        .isNotEmpty()
        .noneMatch(trial -> trial.status() == Trial.Status.RUNNING);
  }

  @Test
  void saysTheSameWhenToldTheSame() {
    assertThat(new Rehearsal(scheduler(1), 3).run().history().trials())
        .isEqualTo(new Rehearsal(scheduler(1), 3).run().history().trials());
  }

  @Test
  void anotherStudySeedGivesOtherTrials() {
    assertThat(new Rehearsal(scheduler(1), 1).run().history().trials())
        .isNotEqualTo(new Rehearsal(scheduler(2), 1).run().history().trials());
  }

  @Test
  void beginsWithTheDefaultConfiguration() {
    Trial first = new Rehearsal(scheduler(1), 1).run().history().trials().get(0);
    assertThat(first.configuration()).isEqualTo(SPACE.defaults());
  }

  @Test
  void goesOnWhenTrialsFail() {
    Rehearsal rehearsal = new Rehearsal(scheduler(1), 2).failing(3).run();
    assertThat(rehearsal.history().count(Trial.Status.FAILED)).isPositive();
    assertThat(rehearsal.history().count(Trial.Status.COMPLETED)).isPositive();
  }

  @Test
  void leavesTrialsAloneThatAreOver() {
    // The rehearsal refuses a step for a trial that is not paused.
    assertThat(new Rehearsal(scheduler(1), 4).failing(2).run().steps()).isPositive();
  }
}
