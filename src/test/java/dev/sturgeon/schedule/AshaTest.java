package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AshaTest extends SchedulerContract {

  @Override
  Scheduler scheduler(long studySeed) {
    return asha(studySeed, 27);
  }

  private static Scheduler asha(long studySeed, int trials) {
    return new Asha(births(studySeed, trials), Rehearsal.OBJECTIVE, 3, List.of(2, 6, 18));
  }

  @Test
  void aShareOfEachRungGoesOnAndTheRestWaits() {
    List<Trial> trials = new Rehearsal(scheduler(1), 1).run().trials();
    assertThat(trials).hasSize(27);
    assertThat(trials.stream().filter(trial -> trial.epoch() >= 6).count()).isBetween(12L, 16L);
    assertThat(trials.stream().filter(trial -> trial.epoch() == 18).count()).isBetween(1L, 4L);
    assertThat(trials.stream().filter(trial -> trial.epoch() == 2))
        .allMatch(trial -> trial.status() == Status.PAUSED);
  }

  @Test
  void theBestTrialIsTrainedToTheEnd() {
    List<Trial> trials = new Rehearsal(scheduler(1), 4).run().trials();
    Trial best =
        trials.stream()
            .max(Comparator.comparingDouble(trial -> trial.configuration().real("learningRate")))
            .orElseThrow();
    assertThat(best.status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void withFewTrialsTheBestStillUsesItsWholeBudget() {
    for (int trials = 1; trials <= 4; trials++) {
      List<Trial> all = new Rehearsal(asha(1, trials), 1).run().trials();
      assertThat(all).as("of %d trials", trials).anyMatch(t -> t.status() == Status.COMPLETED);
    }
  }

  @Test
  void ofTheFirstWaveAShareGoesOnWithoutWaiting() {
    Rehearsal rehearsal = new Rehearsal(asha(1, 9), 9).run();
    assertThat(rehearsal.said().get(0))
        .isEqualTo("promoted: 1st of 1 at epoch 2, where the best 4 may go on");
  }

  @Test
  void saysWhyATrialWaits() {
    Scheduler scheduler = scheduler(1);
    Trial worst =
        new Rehearsal(scheduler, 1)
            .run().trials().stream()
                .filter(trial -> trial.status() == Status.PAUSED && trial.epoch() == 2)
                .min(Comparator.comparingDouble(t -> t.configuration().real("learningRate")))
                .orElseThrow();
    assertThat(scheduler.standing(worst, 1))
        .isEqualTo("waits: 27th of 27 at epoch 2, where the best 12 may go on");
  }

  @Test
  void oneThatEndedEarlyKeepsItsPlaceOnHigherRungs() {
    Rehearsal rehearsal = new Rehearsal(scheduler(1), 1).endingEarly(1).run();
    assertThat(rehearsal.trials()).hasSize(27).allMatch(t -> t.status() == Status.COMPLETED);
    assertThat(rehearsal.said()).as("nobody needs to go on").isEmpty();
  }

  @Test
  void whereTheLastCandidateDivergesTheNextIsTrainedToTheEnd() {
    Scheduler scheduler = asha(1, 2);
    List<Trial> trials = new Rehearsal(scheduler, 1).divergingFrom(2).run().trials();
    assertThat(trials).anyMatch(trial -> trial.status() == Status.DIVERGED);
    assertThat(trials).anyMatch(trial -> trial.status() == Status.COMPLETED);
  }
}
