package dev.sturgeon.bench.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RaceTest {
  private static final Problem LINE = new Line();

  /** Scores x from the first epoch on; every epoch takes two seconds. */
  private static final class Line implements Problem {
    @Override
    public String name() {
      return "line";
    }

    @Override
    public SearchSpace space() {
      return new SearchSpace(List.of(Hyperparameter.of("x", RealDomain.of(0, 1, Scale.LINEAR))));
    }

    @Override
    public int maxEpochs() {
      return 4;
    }

    @Override
    public Curve curve(Configuration configuration, long seed) {
      return new Curve(
          4,
          (from, to) ->
              IntStream.rangeClosed(from, to)
                  .mapToObj(epoch -> new Point(configuration.real("x"), 2 * epoch))
                  .toList());
    }

    @Override
    public List<Point> last(List<Configuration> configurations, long seed) {
      return configurations.stream().map(c -> new Point(c.real("x"), 8)).toList();
    }
  }

  @Test
  void targetsAreWhatFewRandomConfigurationsReach() {
    Target target = Target.of(LINE);
    assertThat(target.hard()).isCloseTo(0.99, within(0.005));
    assertThat(target.easy()).isCloseTo(0.95, within(0.01));
    assertThat(target.median()).isCloseTo(0.5, within(0.02));
    assertThat(target.seconds()).isEqualTo(8);
    assertThat(target.oracleSeconds()).isEqualTo(8);
    assertThat(target.regret(target.best())).isZero();
    assertThat(target.regret(0)).as("no worse than a middling one").isEqualTo(1);
    assertThat(target.regret((target.best() + target.median()) / 2)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aRaceEndsWithTheTrialThatReachesTheHardTarget() throws Exception {
    Race race = new Race(LINE, new Target(0.9, 0.6, 1, 0.5, 8, 8), 1);
    Outcome alone = race.run(Contenders.named("random"), 1);
    assertThat(alone.hard() % 4).as("at a trial's end, four seconds long on average").isZero();
    assertThat(alone.easy()).isPositive().isLessThanOrEqualTo(alone.hard());
    assertThat(alone.utilisation()).isCloseTo(1, within(1e-9));
    Outcome four = race.run(Contenders.named("random"), 4);
    assertThat(four.hard()).isEqualTo(4 * Math.ceil(alone.hard() / 16));
    assertThat(race.run(Contenders.named("random"), 4)).isEqualTo(four);
  }

  @Test
  void workersThatWaitAreNotBusy() throws Exception {
    Race race = new Race(LINE, new Target(2, 2, 2, 0, 8, 8), 1);
    Outcome outcome = race.run(Contenders.named("strict"), 64);
    assertThat(outcome.hard()).isInfinite();
    assertThat(outcome.utilisation()).isLessThan(1);
    assertThat(outcome.regrets()).allMatch(regret -> regret > 0);
  }

  @Test
  void aCurveIsWorkedOutNoFurtherThanNeededAndNeverStandsStill() {
    List<Integer> ends = new ArrayList<>();
    Curve curve =
        new Curve(
            52,
            (from, to) -> {
              ends.add(to);
              return IntStream.rangeClosed(from, to)
                  .mapToObj(epoch -> new Problem.Point(epoch, 7))
                  .toList();
            });
    assertThat(curve.score(1)).isEqualTo(1);
    curve.reach(6);
    assertThat(curve.score(6)).isEqualTo(6);
    curve.reach(52);
    assertThat(ends).isEqualTo(List.of(2, 6, 52));
    assertThat(curve.seconds(0)).isZero();
    assertThat(curve.seconds(52)).isGreaterThan(curve.seconds(51)).isCloseTo(7, within(1e-6));
  }

  @Test
  void syntheticCurvesAreNoisyYetAlwaysTheSame() {
    Problem problem = SyntheticProblem.all().get(0);
    Configuration first = problem.space().defaults();
    assertThat(problem.curve(first, 1).score(3)).isEqualTo(problem.curve(first, 1).score(3));
    assertThat(problem.curve(first, 1).score(3)).isNotEqualTo(problem.curve(first, 2).score(3));
  }
}
