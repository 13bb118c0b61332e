package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HyperbandTest extends SchedulerContract {

  @Override
  Scheduler scheduler(long studySeed) {
    return new Hyperband(births(studySeed, 34), Rehearsal.OBJECTIVE, 3, List.of(2, 6, 18));
  }

  @Test
  void bracketsBeginOnDifferentRungs() {
    List<Trial> trials = new Rehearsal(scheduler(1), 1).run().trials();
    assertThat(trials.subList(0, 9)).anyMatch(trial -> trial.epoch() == 2);
    assertThat(trials.subList(9, 14)).allMatch(trial -> trial.epoch() >= 6);
    assertThat(trials.subList(14, 17)).allMatch(trial -> trial.status() == Status.COMPLETED);
    assertThat(trials.subList(17, 26)).as("the next cycle").anyMatch(trial -> trial.epoch() == 2);
  }
}
