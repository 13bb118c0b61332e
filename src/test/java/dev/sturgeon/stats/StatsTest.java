package dev.sturgeon.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

final class StatsTest {

  @Test
  void aMeanLiesWhereStudentsTSaysIt() {
    Sample sample = new Sample(1, 2, 3, 4, 5);
    assertThat(sample.mean()).isEqualTo(3);
    assertThat(sample.deviation()).isCloseTo(Math.sqrt(2.5), within(1e-12));
    // t of 4 degrees of freedom at 0.975 is 2.776445 in any table.
    double reach = 2.776445 * Math.sqrt(2.5 / 5);
    assertThat(sample.mean95().low()).isCloseTo(3 - reach, within(1e-6));
    assertThat(sample.mean95().high()).isCloseTo(3 + reach, within(1e-6));
    assertThat(sample.mean95().includes(1.1)).isTrue();
    assertThat(sample.mean95().includes(1.0)).isFalse();
  }

  @Test
  void aSingleValueSaysNothingOfTheMean() {
    assertThat(new Sample(7).mean95()).isEqualTo(Interval.UNKNOWN);
    assertThat(new Sample(7).mean95().isFinite()).isFalse();
    assertThatThrownBy(() -> new Sample()).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void valuesThatOnlyRoundingTellsApartDoNotScatter() {
    double row = 1.0 / 270;
    assertThat(new Sample(0.9 + row - 0.9, 0.95 + row - 0.95).scatters()).isFalse();
    assertThat(new Sample(0, 0, 0).scatters()).isFalse();
    assertThat(new Sample(7).scatters()).isFalse();
    assertThat(new Sample(row, row, 2 * row).scatters()).isTrue();
    assertThat(new Sample(1e9, 1e9 + 100).scatters()).isTrue();
  }

  @Test
  void studentsIntervalHoldsTheTrueMeanInAbout95OfAHundredSamplesOfFive() {
    Random random = new Random(1);
    int held = 0;
    for (int i = 0; i < 4000; i++) {
      double[] values = random.doubles(5).map(unused -> random.nextGaussian()).toArray();
      held += new Sample(values).mean95().includes(0) ? 1 : 0;
    }
    assertThat(held / 4000.0).isBetween(0.94, 0.96);
  }

  @Test
  void aShareLiesWhereWilsonSaysIt() {
    Interval interval = Share.of(0.95, 100).interval95();
    // Worked out by hand from the formula with z = 1.959964.
    assertThat(interval.low()).isCloseTo(0.888250, within(1e-5));
    assertThat(interval.high()).isCloseTo(0.978455, within(1e-5));
    assertThat(Share.of(1, 50).interval95().high()).isEqualTo(1);
    assertThat(Share.of(1, 50).interval95().low()).isCloseTo(0.928652, within(1e-5));
  }

  @Test
  void aShareIsWithinItsOwnIntervalWhateverRounds() {
    for (int all = 1; all < 2000; all++) {
      assertThat(new Share(all, all).interval95().high()).isEqualTo(1);
      assertThat(new Share(0, all).interval95().low()).isEqualTo(0);
    }
  }

  @Test
  void aShareHasTheBinomialStandardErrorAndNeverNone() {
    assertThat(Share.of(0.9, 100).standardError()).isCloseTo(0.03, within(1e-12));
    assertThat(Share.of(1, 100).standardError())
        .isCloseTo(Share.of(0.99, 100).standardError(), within(1e-12));
  }

  @Test
  void theBootstrapAgreesWithTheFormulaWhereThereIsOne() {
    Random random = new Random(2);
    double[] values = random.doubles(400).map(unused -> 5 + random.nextGaussian()).toArray();
    Bootstrap bootstrap =
        Bootstrap.of(
            values.length,
            rows -> Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElseThrow(),
            3);
    double formula = new Sample(values).deviation() / Math.sqrt(values.length);
    assertThat(bootstrap.standardError()).isCloseTo(formula, within(0.1 * formula));
    Interval student = new Sample(values).mean95();
    assertThat(bootstrap.interval95().low()).isCloseTo(student.low(), within(0.3 * formula));
    assertThat(bootstrap.interval95().high()).isCloseTo(student.high(), within(0.3 * formula));
  }

  @Test
  void drawsWithoutAFigureAreLeftOut() {
    assertThat(Bootstrap.of(3, rows -> Double.NaN, 1).interval95()).isEqualTo(Interval.UNKNOWN);
    Bootstrap some = Bootstrap.of(2, rows -> rows[0] == rows[1] ? Double.NaN : rows[0], 1);
    assertThat(some.interval95()).isEqualTo(new Interval(0, 1));
  }

  @Test
  void meansThatWereMeasuredApart() {
    Sample a = new Sample(3, 4, 1, 2.1);
    Sample b = new Sample(4.1, 2.9, 5.2, 7.1, 6);
    Interval apart = Welch.difference95(a, 0, b, 0);
    double difference = a.mean() - b.mean();
    assertThat((apart.low() + apart.high()) / 2).isCloseTo(difference, within(1e-12));
    double va = a.deviation() * a.deviation() / 4;
    double vb = b.deviation() * b.deviation() / 5;
    double freedom = (va + vb) * (va + vb) / (va * va / 3 + vb * vb / 4);
    double t = new TDistribution(null, freedom).inverseCumulativeProbability(0.975);
    assertThat(apart.high() - difference).isCloseTo(t * Math.sqrt(va + vb), within(1e-9));
  }

  @Test
  void anErrorThatAllValuesShareDoesNotShrinkWithTheirNumber() {
    Sample same = new Sample(0.9, 0.9, 0.9);
    Interval apart = Welch.difference95(same, 0.03, same, 0.04);
    assertThat(apart.high()).isCloseTo(1.96 * 0.05, within(1e-3));
    assertThat(Welch.difference95(same, 0, same, 0)).isEqualTo(new Interval(0, 0));
  }

  @Test
  void aSingleValueSpreadsAsTheOthersDo() {
    Sample many = new Sample(1, 2, 3);
    Interval apart = Welch.difference95(new Sample(5), 0, many, 0);
    // Student's t of 2 degrees of freedom, times the deviation of a new value from the mean.
    assertThat(apart.high() - 3).isCloseTo(4.3027 * Math.sqrt(1 + 1 / 3.0), within(1e-3));
    assertThat(Welch.difference95(new Sample(5), 0, new Sample(4), 0)).isEqualTo(Interval.UNKNOWN);
  }
}
