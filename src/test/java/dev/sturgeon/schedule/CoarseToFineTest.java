package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rehearsal's metric is the learning rate: the larger, the better. */
final class CoarseToFineTest extends SchedulerContract {

  @Override
  Scheduler scheduler(long studySeed) {
    return rounds(studySeed, 60, 3);
  }

  private static Scheduler rounds(long studySeed, int trials, int rounds) {
    return rounds(studySeed, trials, trials, rounds);
  }

  private static Scheduler rounds(long studySeed, int trials, int planned, int rounds) {
    FullBudget.Budget budget = new FullBudget.Budget(trials, 5, 2);
    return new CoarseToFine(SPACE, RandomSampler::new, studySeed, budget, planned, rounds);
  }

  @Test
  void laterRoundsLookWhereTheBestLie() {
    List<Trial> trials = new Rehearsal(scheduler(1), 3).run().history().trials();
    assertThat(trials).hasSize(60);
    double first = median(trials.subList(0, 20));
    double second = median(trials.subList(20, 40));
    double third = median(trials.subList(40, 60));
    assertThat(second).isGreaterThan(3 * first);
    assertThat(third).isGreaterThan(second);
    assertThat(trials.subList(40, 60))
        .as("every third comes from the whole space")
        .anyMatch(trial -> trial.configuration().real("learningRate") < 0.01);
  }

  private static double median(List<Trial> trials) {
    double[] rates =
        trials.stream().mapToDouble(t -> t.configuration().real("learningRate")).sorted().toArray();
    return rates[rates.length / 2];
  }

  @Test
  void trialsAreTheSameHoweverManyRunAtOnce() {
    List<Trial> one = new Rehearsal(scheduler(1), 1).run().history().trials();
    assertThat(new Rehearsal(scheduler(1), 7).run().history().trials()).isEqualTo(one);
  }

  @Test
  void afterACrashAFreshSchedulerGoesOnAsBefore() {
    List<Trial> trials = new Rehearsal(scheduler(1), 1).run().history().trials();
    for (int number : new int[] {19, 20, 21, 40, 59}) {
      History history = history(trials.subList(0, number));
      Scheduler.Start next = (Scheduler.Start) scheduler(1).next(history).orElseThrow();
      assertThat(next.configuration()).isEqualTo(trials.get(number).configuration());
    }
  }

  @Test
  void saysOnceARoundWhyARangeMoved() {
    List<Trial> trials = new Rehearsal(scheduler(1), 1).run().history().trials();
    assertThat(start(trials, 19).reasons()).isEmpty();
    assertThat(start(trials, 20).reasons().get(0))
        .startsWith("learningRate 1e-4…1 -> ")
        .contains("the 5 best of 20 lie there");
    assertThat(start(trials, 21).reasons()).isEmpty();
    assertThat(start(trials, 20).origin()).isEqualTo("round 2");
    assertThat(start(trials, 22).origin()).isEqualTo("round 2, whole space");
  }

  @Test
  void moreTrialsThanPlannedGoOnWithTheLastRound() {
    List<Trial> planned = new Rehearsal(scheduler(1), 1).run().history().trials();
    List<Trial> trials = new Rehearsal(rounds(1, 90, 60, 3), 4).run().history().trials();
    assertThat(trials).hasSize(90).startsWith(planned.toArray(Trial[]::new));
    assertThat(median(trials.subList(60, 90))).isGreaterThan(median(trials.subList(20, 40)));
    Scheduler.Start next =
        (Scheduler.Start) rounds(1, 90, 60, 3).next(history(planned)).orElseThrow();
    assertThat(next.origin()).isEqualTo("round 3");
    assertThat(next.configuration()).isEqualTo(trials.get(60).configuration());
  }

  private Scheduler.Start start(List<Trial> trials, int number) {
    History history = history(trials.subList(0, number));
    return (Scheduler.Start) scheduler(1).next(history).orElseThrow();
  }

  @Test
  void aRoundWaitsUntilTheLastIsOver() {
    List<Trial> trials = new Rehearsal(scheduler(1), 1).run().history().trials();
    History history = history(trials.subList(0, 20));
    Trial last = trials.get(19);
    history.put(
        Trial.born(last.id(), Role.SEARCH, null, last.configuration(), last.seed(), 5).running());
    assertThat(scheduler(1).next(history)).isEmpty();
  }

  private static History history(List<Trial> trials) {
    History history = new History(new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE));
    trials.forEach(history::put);
    return history;
  }

  @Test
  void moreRoundsThanTrialsAreOneATrial() {
    assertThat(new Rehearsal(rounds(1, 4, 9), 2).run().history().trials())
        .extracting(Trial::id)
        .last()
        .isEqualTo(new TrialId(3));
    assertThatThrownBy(() -> rounds(1, 4, 0)).hasMessageContaining("1 or more, not 0");
  }
}
