package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.sample.Sampler;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.space.CategoricalDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
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
          Optional.of(
              Suggestion.of(
                  SPACE.at(new Random(seed).doubles(SPACE.dimension()).toArray()), "uniform"));

  /** A scheduler of a small study. */
  abstract Scheduler scheduler(long studySeed);

  /** So many trials of 18 epochs, in segments of at most 4. */
  static Births births(long studySeed, int trials) {
    return Births.of(SPACE, SAMPLER, studySeed, new Budget(trials, 18, 4));
  }

  @Test
  void comesToAnEnd() {
    for (int slots : new int[] {1, 2, 7, 100}) {
      assertThat(new Rehearsal(scheduler(1), slots).run().trials())
          .isNotEmpty()
          .noneMatch(trial -> trial.status() == Status.RUNNING)
          .anyMatch(trial -> trial.status() == Status.COMPLETED);
    }
  }

  @Test
  void saysTheSameWhenToldTheSame() {
    assertThat(new Rehearsal(scheduler(1), 3).run().trials())
        .isEqualTo(new Rehearsal(scheduler(1), 3).run().trials());
  }

  @Test
  void aFreshSchedulerThatSeesTheHistoryGoesOnAsBefore() {
    Rehearsal one = new Rehearsal(scheduler(1), 3).diverging(5).endingEarly(7).run();
    Rehearsal many =
        new Rehearsal(scheduler(1), 3)
            .diverging(5)
            .endingEarly(7)
            .forgetful(() -> scheduler(1))
            .run();
    assertThat(many.trials()).isEqualTo(one.trials());
    assertThat(many.said()).isEqualTo(one.said());
  }

  @Test
  void anotherStudySeedGivesOtherTrials() {
    assertThat(new Rehearsal(scheduler(1), 1).run().trials())
        .isNotEqualTo(new Rehearsal(scheduler(2), 1).run().trials());
  }

  @Test
  void beginsWithTheDefaultConfiguration() {
    Trial first = new Rehearsal(scheduler(1), 1).run().trials().get(0);
    assertThat(first.configuration()).isEqualTo(SPACE.defaults());
  }

  @Test
  void goesOnWhenTrialsFailOrDiverge() {
    Rehearsal rehearsal = new Rehearsal(scheduler(1), 2).failing(3).diverging(4).run();
    assertThat(rehearsal.history().count(Status.FAILED)).isPositive();
    assertThat(rehearsal.history().count(Status.DIVERGED)).isPositive();
    assertThat(rehearsal.history().count(Status.COMPLETED)).isPositive();
  }

  @Test
  void whenEveryTrialDivergesItComesToAnEnd() {
    assertThat(new Rehearsal(scheduler(1), 2).diverging(1).run().trials())
        .isNotEmpty()
        .allMatch(trial -> trial.status() == Status.DIVERGED);
  }

  @Test
  void leavesTrialsAloneThatAreOver() {
    // The rehearsal refuses a step for a trial that is not paused.
    assertThat(new Rehearsal(scheduler(1), 4).failing(2).endingEarly(3).run().steps()).isPositive();
  }

  @Test
  void usesTheSlotsThereAre() {
    assertThat(new Rehearsal(scheduler(1), 3).run().busiest()).isEqualTo(3);
  }
}
