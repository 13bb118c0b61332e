package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetestingTest extends SchedulerContract {
  private static final Configuration SLOW =
      Configuration.of(Map.of("learningRate", Value.of(1e-3), "updater", Value.of("sgd")));
  private static final Configuration FAST =
      Configuration.of(Map.of("learningRate", Value.of(0.9), "updater", Value.of("adam")));

  private static Retest plan(int fresh, Configuration... known) {
    List<Retest.Known> all =
        IntStream.range(0, known.length)
            .mapToObj(i -> new Retest.Known("", new TrialId(10 + i), known[i]))
            .toList();
    return new Retest(
        all, fresh, 2, 3, 18, 4, 0, false, new Retest.Before(List.of(0.5), 0.01, 0.01));
  }

  @Override
  Scheduler scheduler(long studySeed) {
    return new Retesting(plan(3, SPACE.defaults(), SLOW), SAMPLER, studySeed);
  }

  @Test
  void theBestOfTheSelectionIsJudgedWithSeedsThatHadNoSayInIt() {
    Retest plan = plan(0, SLOW, SPACE.defaults(), FAST);
    Rehearsal done = new Rehearsal(new Retesting(plan, SAMPLER, 7), 2).run();
    assertThat(done.trials())
        .hasSize(3)
        .extracting(Trial::seed)
        .containsOnly(plan.selectionSeed(0, 7));
    List<Trial> repeats = done.history().repeats();
    assertThat(repeats).hasSize(3 + 2 * 3).allMatch(run -> run.role() == Role.RETEST);
    assertThat(repeats.subList(0, 3))
        .extracting(Trial::configuration)
        .containsExactly(SLOW, SPACE.defaults(), FAST);
    assertThat(repeats.subList(3, 6)).extracting(Trial::configuration).containsOnly(SLOW);
    assertThat(repeats.subList(6, 9)).extracting(Trial::configuration).containsOnly(FAST);
    List<Long> seeds = repeats.subList(3, 6).stream().map(Trial::seed).toList();
    assertThat(seeds)
        .doesNotHaveDuplicates()
        .doesNotContain(plan.selectionSeed(0, 7), plan.selectionSeed(1, 7))
        .isEqualTo(repeats.subList(6, 9).stream().map(Trial::seed).toList());
    assertThat(done.history().all()).allMatch(run -> run.epoch() == 18);
  }

  @Test
  void theWinnerIsNeverItsOwnChallenger() {
    Rehearsal done = new Rehearsal(new Retesting(plan(0, FAST, SLOW), SAMPLER, 7), 1).run();
    assertThat(done.history().repeats().subList(2, 8))
        .extracting(Trial::configuration)
        .containsExactly(FAST, FAST, FAST, SLOW, SLOW, SLOW);
  }

  @Test
  void withoutAChallengerTheWinnerAloneIsJudged() {
    Rehearsal done =
        new Rehearsal(new Retesting(plan(0, FAST, SLOW), SAMPLER, 7), 1).diverging(2).run();
    assertThat(done.history().repeats()).hasSize(2 + 3);
  }
}
