package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.sample.Rounds;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SuccessiveHalvingTest extends SchedulerContract {

  @Override
  Scheduler scheduler(long studySeed) {
    return halving(studySeed, 27, false);
  }

  private static Scheduler halving(long studySeed, int trials, boolean separated) {
    return new SuccessiveHalving(
        births(studySeed, trials),
        Rehearsal.OBJECTIVE,
        3,
        List.of(2, 6, 18),
        new Rounds(27, 3),
        separated);
  }

  @Test
  void ofEachBracketAThirdGoesOnFromEachRung() {
    List<Trial> trials = new Rehearsal(scheduler(1), 2).run().trials();
    for (int first = 0; first < 27; first += 9) {
      List<Trial> bracket = trials.subList(first, first + 9);
      assertThat(bracket).filteredOn(trial -> trial.status() == Status.COMPLETED).hasSize(1);
      assertThat(bracket).filteredOn(trial -> trial.epoch() == 6).hasSize(2);
      assertThat(bracket).filteredOn(trial -> trial.epoch() == 2).hasSize(6);
    }
  }

  @Test
  void theResultIsTheSameHoweverManyRunAtOnce() {
    List<Trial> one = new Rehearsal(halving(1, 27, true), 1).diverging(5).run().trials();
    for (int slots : new int[] {2, 5, 40}) {
      assertThat(new Rehearsal(halving(1, 27, true), slots).diverging(5).run().trials())
          .isEqualTo(one);
    }
  }

  @Test
  void separatedBracketsDoNotOverlap() {
    assertThat(new Rehearsal(halving(1, 27, true), 100).run().busiest()).isEqualTo(9);
    assertThat(new Rehearsal(halving(1, 27, false), 100).run().busiest()).isEqualTo(27);
  }

  @Test
  void trialsBeyondThePlanFormFurtherBrackets() {
    List<Trial> trials = new Rehearsal(halving(1, 40, true), 3).run().trials();
    assertThat(trials).hasSize(40);
    assertThat(trials.subList(36, 40)).as("a bracket of four").anyMatch(t -> t.epoch() == 18);
  }

  @Test
  void fewerTrialsThanHaveBegunDropNobody() {
    Rehearsal begun = new Rehearsal(halving(1, 9, true), 9);
    begun.runUntilAllWait();
    List<Trial> trials = begun.handOver(halving(1, 4, true)).run().trials();
    assertThat(trials).hasSize(9).anyMatch(trial -> trial.status() == Status.COMPLETED);
  }
}
