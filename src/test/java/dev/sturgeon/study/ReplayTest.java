package dev.sturgeon.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.journal.Event;
import dev.sturgeon.schedule.Asha;
import dev.sturgeon.schedule.AshaStopping;
import dev.sturgeon.schedule.Births;
import dev.sturgeon.schedule.Budget;
import dev.sturgeon.schedule.Scheduler;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ReplayTest {
  private static final Objective OBJECTIVE =
      new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
  private static final List<Integer> RUNGS = List.of(1, 3, 9);

  private static Bench bench(Function<Births, Scheduler> scheduler) {
    Bench bench = new Bench();
    bench.slots = 3;
    bench.budget = new Budget(40, 9, 2);
    bench.scheduler = scheduler;
    bench.surrogate =
        (segment, epoch) -> {
          if (segment.trial().number() % 7 == 5) {
            throw new IllegalStateException("told to");
          }
          return Bench.point(epoch, segment.configuration().real("x"));
        };
    return bench;
  }

  private static Scheduler asha(Births births) {
    return new Asha(births, OBJECTIVE, 3, RUNGS);
  }

  private static Replay.Outcome replay(Bench bench) throws Exception {
    return new Replay(trials -> bench.scheduler(), (entry, state, replay) -> {})
        .run(bench.entries());
  }

  @Test
  void everyDecisionComesOutTheSame() throws Exception {
    for (Function<Births, Scheduler> scheduler :
        List.<Function<Births, Scheduler>>of(
            ReplayTest::asha, births -> new AshaStopping(births, OBJECTIVE, 3, RUNGS))) {
      Bench bench = bench(scheduler);
      bench.run();
      Replay.Outcome outcome = replay(bench);
      assertThat(outcome.difference()).isEmpty();
      assertThat(outcome.decisions()).isGreaterThanOrEqualTo(60);
    }
  }

  @Test
  void alsoWhereTheStudyWasTakenUpAgainWithMoreTrials() throws Exception {
    Bench bench = bench(ReplayTest::asha);
    bench.budget = new Budget(10, 9, 2);
    bench.run();
    bench.budget = new Budget(40, 9, 2);
    bench.slots = 5;
    bench.run();
    List<Integer> allowed = new ArrayList<>();
    Replay.Outcome outcome =
        new Replay(
                trials -> {
                  allowed.add(trials);
                  bench.budget = new Budget(trials, 9, 2);
                  return bench.scheduler();
                },
                (entry, state, replay) -> {})
            .run(bench.entries());
    assertThat(outcome.difference()).isEmpty();
    assertThat(allowed).containsExactly(10, 40);
  }

  @Test
  void showsTheFirstDecisionThatComesOutAnotherWay() throws Exception {
    Bench bench = bench(ReplayTest::asha);
    bench.run();
    bench.scheduler = births -> new Asha(births, OBJECTIVE, 2, RUNGS);
    Replay.Difference difference = replay(bench).difference().orElseThrow();
    assertThat(difference.recorded())
        .endsWith("(promoted: 1st of 5 at epoch 1, where the best 2 may go on)");
    assertThat(difference.now())
        .endsWith("(promoted: 1st of 5 at epoch 1, where the best 3 may go on)");
  }

  @Test
  void aWitnessMayAskWhereATrialStood() throws Exception {
    Bench bench = bench(ReplayTest::asha);
    bench.run();
    List<String> standings = new ArrayList<>();
    new Replay(
            trials -> bench.scheduler(),
            (entry, state, now) -> {
              if (entry.event() instanceof Event.SegmentEnded) {
                standings.add(now.standing(new TrialId(1)));
              }
            })
        .run(bench.entries());
    assertThat(standings)
        .anyMatch(standing -> standing.matches("waits: \\d+.. of \\d+ at epoch \\d, .*"));
  }
}
