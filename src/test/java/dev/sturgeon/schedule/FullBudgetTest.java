package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.sample.GridSampler;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FullBudgetTest extends SchedulerContract {

  @Override
  Scheduler scheduler(long studySeed) {
    return new FullBudget(Births.of(SPACE, SAMPLER, studySeed, new Budget(7, 5, 2)));
  }

  @Test
  void everyTrialTrainsToTheEndOfItsBudget() {
    Rehearsal rehearsal = new Rehearsal(scheduler(1), 3).run();
    assertThat(rehearsal.history().trials())
        .hasSize(7)
        .allMatch(trial -> trial.epoch() == 5 && trial.status() == Trial.Status.COMPLETED);
    assertThat(rehearsal.steps()).as("segments of 2, 2 and 1 epochs").isEqualTo(21);
  }

  @Test
  void trialsAreTheSameHoweverManyRunAtOnce() {
    List<Trial> one = new Rehearsal(scheduler(1), 1).run().history().trials();
    assertThat(new Rehearsal(scheduler(1), 4).run().history().trials()).isEqualTo(one);
  }

  @Test
  void aTrialIsSampledFromTheSeedOfItsNumber() {
    Trial third = new Rehearsal(scheduler(9), 2).run().history().trials().get(3);
    assertThat(third.seed()).isEqualTo(Seeds.ofTrial(9, new TrialId(3)));
    History none = new History(new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE));
    assertThat(SAMPLER.sample(none, third.seed()).orElseThrow().configuration())
        .isEqualTo(third.configuration());
  }

  @Test
  void aGridBeginsWithItsFirstPointAndEndsWithItsLast() {
    GridSampler grid = new GridSampler(SPACE, 6);
    Scheduler scheduler = new FullBudget(new Births(List.of(), grid, 1, new Budget(100, 5, 2)));
    List<Trial> trials = new Rehearsal(scheduler, 2).run().history().trials();
    assertThat(trials).hasSize(grid.size()).allMatch(trial -> trial.epoch() == 5);
    assertThat(trials.get(0).configuration().real("learningRate")).isEqualTo(1e-4);
  }

  @Test
  void aPausedTrialGoesOnBeforeANewOneStarts() {
    Scheduler scheduler = scheduler(1);
    History history = new History(new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE));
    Scheduler.Start start = (Scheduler.Start) scheduler.next(history, 2).orElseThrow();
    assertThat(start.toEpoch()).isEqualTo(2);
    Trial trial =
        Trial.born(new TrialId(0), Role.SEARCH, null, start.configuration(), start.seed(), 5);
    history.put(trial);
    scheduler.update(trial);
    assertThat(scheduler.next(history, 2)).contains(new Scheduler.Continue(new TrialId(0), 2, ""));
    history.put(trial.running());
    scheduler.update(trial.running());
    assertThat(scheduler.next(history, 2).orElseThrow()).isInstanceOf(Scheduler.Start.class);
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    assertThatThrownBy(() -> new Budget(0, 5, 2))
        .hasMessageContaining("trials, maxEpochs and segmentEpochs are 1 or more, not 0, 5, 2");
    assertThatThrownBy(() -> new Budget(1, 0, 2)).hasMessageContaining("1, 0, 2");
    assertThatThrownBy(() -> new Budget(1, 1, 0)).hasMessageContaining("1, 1, 0");
  }
}
