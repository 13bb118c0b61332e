package dev.sturgeon.bench.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StatisticsTest {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  @Test
  void quantilesLieBetweenNeighbours() {
    assertThat(Statistics.median(new double[] {3, 1, 2})).isEqualTo(2);
    assertThat(Statistics.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
    assertThat(Statistics.quantile(new double[] {0, 10}, 0.95)).isCloseTo(9.5, within(1e-12));
  }

  @Test
  void whatNeverCameIsInfinitelyLate() {
    assertThat(Statistics.median(new double[] {NEVER, 1, 2})).isEqualTo(2);
    assertThat(Statistics.median(new double[] {NEVER, NEVER, 1})).isEqualTo(NEVER);
    assertThat(Statistics.quantile(new double[] {1, NEVER}, 0.5)).isEqualTo(NEVER);
    assertThat(Statistics.speedUp(100, NEVER)).isZero();
    assertThat(Statistics.speedUp(NEVER, NEVER)).isEqualTo(1);
  }

  @Test
  void aSpeedUpIsRandomSearchsTimeOverTheOthers() {
    Results.Entry random = new Results.Entry("random", 4);
    Results.Entry other = new Results.Entry("other", 4);
    Results results =
        new Results(
            "x",
            5,
            List.of(
                Map.of(random, outcome(100), other, outcome(10)),
                Map.of(random, outcome(300), other, outcome(30)),
                Map.of(random, outcome(200), other, outcome(50))));
    assertThat(results.speedUp(other, Outcome::hard, 0.5)).isEqualTo(200 / 30.0);
    assertThat(results.speedUp(other, Outcome::hard, 1)).isEqualTo(6);
    assertThat(results.oracleSpeedUp(other)).isEqualTo(40);
  }

  private static Outcome outcome(double hard) {
    return new Outcome(hard, hard, List.of(0.0, 0.0, 0.0), 1);
  }
}
