package dev.sturgeon.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.RealDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.FailureKind;
import dev.sturgeon.trial.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObservationsTest {
  private static final SearchSpace SPACE =
      new SearchSpace(List.of(Hyperparameter.of("x", RealDomain.of(0, 1, Scale.LINEAR))));
  private static final int[] EPOCHS = {2, 6};

  private static Configuration at(double x) {
    return SPACE.at(new double[] {x});
  }

  private static List<Double> values(PastTrials past) {
    return Observations.of(past.history(), SPACE, EPOCHS).stream().map(Observation::value).toList();
  }

  @Test
  void onlyTheOrderOfResultsCounts() {
    PastTrials near =
        new PastTrials(6, Metric.ACCURACY).trained(at(0.1), 2, 0.1).trained(at(0.2), 2, 0.2);
    PastTrials far =
        new PastTrials(6, Metric.ACCURACY).trained(at(0.1), 2, 0.1).trained(at(0.2), 2, 900);
    assertThat(values(near)).isEqualTo(values(far));
    assertThat(values(near).get(0)).isNegative().isEqualTo(-values(near).get(1));
  }

  @Test
  void wherelessIsBetterTheLeastIsBest() {
    PastTrials past =
        new PastTrials(6, Metric.LOG_LOSS).trained(at(0.1), 2, 3.0).trained(at(0.9), 2, 0.5);
    List<Observation> known = Observations.of(past.history(), SPACE, EPOCHS);
    assertThat(known.get(1).point()).containsExactly(0.9);
    assertThat(known.get(1).value()).isPositive();
  }

  @Test
  void thoseThatWentOnAreNotAllBetterForIt() {
    // Both that went on stay what they were: above the median, not above all.
    PastTrials past = new PastTrials(6, Metric.ACCURACY);
    past.trained(at(0.1), 2, 0.1).trained(at(0.2), 2, 0.2).trained(at(0.3), 2, 0.3);
    past.trained(at(0.8), 6, 0.8).trained(at(0.9), 6, 0.9);
    List<Observation> known = Observations.of(past.history(), SPACE, EPOCHS);
    assertThat(known).hasSize(7);
    List<Double> ofBest =
        known.stream().filter(one -> one.point()[0] == 0.9).map(Observation::value).toList();
    assertThat(ofBest).hasSize(2);
    assertThat(known.stream().mapToDouble(Observation::value).max().orElseThrow())
        .isIn(ofBest.toArray());
  }

  @Test
  void aTrialWithoutAnEarlierResultIsNoProblem() {
    PastTrials past = new PastTrials(6, Metric.ACCURACY);
    past.trained(at(0.1), 2, 0.1).trained(at(0.2), 6, Double.NaN).trained(at(0.3), 6, 0.3);
    assertThat(Observations.of(past.history(), SPACE, EPOCHS)).hasSize(3);
  }

  @Test
  void whatFailedItselfIsWorst() {
    PastTrials past = new PastTrials(6, Metric.ACCURACY);
    past.trained(at(0.1), 2, 0.1).trained(at(0.2), 2, 0.2);
    past.failed(at(0.5), FailureKind.EXCEPTION).failed(at(0.6), FailureKind.OUT_OF_MEMORY);
    past.failed(at(0.7), FailureKind.HANG).failed(at(0.8), FailureKind.KILLS_EXECUTOR);
    past.ranOutOfTime(at(0.9)).stopped(at(1));
    List<Observation> known = Observations.of(past.history(), SPACE, EPOCHS);
    double worst = value(known, 0.5);
    assertThat(worst).isLessThan(value(known, 0.1));
    assertThat(known)
        .filteredOn(one -> one.value() == worst)
        .extracting(one -> one.point()[0])
        .containsExactly(0.5, 0.6, 0.7, 0.8, 0.9);
    assertThat(known).as("nobody is to blame where a study was stopped").hasSize(7);
  }

  @Test
  void divergedIsWorstRunningIsBadAndLostIsNothing() {
    PastTrials past = new PastTrials(6, Metric.ACCURACY);
    past.trained(at(0.1), 2, 0.1).trained(at(0.2), 2, 0.2).trained(at(0.3), 2, 0.3);
    past.diverged(at(0.7)).running(at(0.8)).failed(at(0.9), FailureKind.WORKER_LOST);
    List<Observation> known = Observations.of(past.history(), SPACE, EPOCHS);
    assertThat(known).extracting(one -> one.point()[0]).doesNotContain(0.9).hasSize(5);
    double worst = value(known, 0.7);
    assertThat(worst).isEqualTo(known.stream().mapToDouble(Observation::value).min().getAsDouble());
    assertThat(value(known, 0.8)).isNegative().isGreaterThan(worst);
  }

  private static double value(List<Observation> known, double x) {
    return known.stream().filter(one -> one.point()[0] == x).findFirst().orElseThrow().value();
  }
}
