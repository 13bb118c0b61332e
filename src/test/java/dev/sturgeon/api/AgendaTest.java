package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.report.Contestant;
import dev.sturgeon.report.Stint;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Scores;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AgendaTest {
  private static final Objective OBJECTIVE =
      new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE);
  private static final Agenda CAVIAR = new Agenda(100, 1);
  private static final Agenda PANDA = new Agenda(100, Integer.MAX_VALUE);

  private static Stint stint(
      double held, @Nullable Double dev, @Nullable Double test, @Nullable String ending) {
    Scores best = dev == null ? null : new Scores(1 - dev, dev);
    return new Stint(held, held, 1, best, test, ending, List.of());
  }

  private static Stint done(double held, @Nullable Double dev, @Nullable Double test) {
    return stint(held, dev, test, "all trials are done");
  }

  private static Optional<Agenda.Task> next(Agenda agenda, double charged, Stint... stints) {
    return agenda.next(new Contestant(charged, List.of(stints)), OBJECTIVE);
  }

  @Test
  void beginsWithAllThatMayBeHeld() {
    assertThat(next(CAVIAR, 0)).contains(new Agenda.Train(1, 100));
    assertThat(next(PANDA, 30)).as("less what is charged").contains(new Agenda.Train(1, 70));
  }

  @Test
  void oneThatHasNotEndedGoesOnWithWhatTheOthersBeforeHaveLeft() {
    assertThat(next(PANDA, 0, done(30, 0.9, null), stint(20, 0.8, null, null)))
        .contains(new Agenda.Train(2, 70));
    assertThat(next(CAVIAR, 0, stint(60, 0.8, null, null))).contains(new Agenda.Train(1, 100));
  }

  @Test
  void whatAPandaLeavesStartsAnother() {
    assertThat(next(PANDA, 10, done(30, 0.9, null))).contains(new Agenda.Train(2, 60));
    assertThat(next(CAVIAR, 0, done(30, 0.9, null)))
        .as("there is one search")
        .contains(new Agenda.Measure(1));
  }

  @Test
  void theBestByTheDevPartIsMeasuredOnceAllIsUsed() {
    Stint best = done(40, 0.9, null);
    assertThat(next(PANDA, 0, done(30, 0.8, null), best, done(30.5, 0.85, null)))
        .contains(new Agenda.Measure(2));
    assertThat(next(PANDA, 0, done(30, 0.8, null), done(40, 0.9, 0.88), done(30.5, 0.85, null)))
        .isEmpty();
  }

  @Test
  void aLittleThatIsLeftIsNotWorthAnother() {
    assertThat(next(PANDA, 0, done(99.5, 0.9, 0.9))).isEmpty();
    assertThat(next(PANDA, 0, done(98, 0.9, null))).contains(new Agenda.Train(2, 2));
  }

  @Test
  void pandasThatNeverTrainANetworkEnd() {
    Stint[] barren = Collections.nCopies(5, done(0.1, null, null)).toArray(Stint[]::new);
    assertThat(next(PANDA, 0, barren)).isEmpty();
  }
}
