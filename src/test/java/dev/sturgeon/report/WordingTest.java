package dev.sturgeon.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.trial.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-2.5, -2.5",
    "0.0001, 0.0001",
    "0.00312345, 0.003123",
    "128, 128",
    "123456, 123500",
    "1e-8, 1e-8",
    "-1.23456e-5, -1.235e-5",
    "2e9, 2e9",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void numbersHaveFourDigits(double x, String text) {
    assertThat(Wording.number(x)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "4.24, 4.2 s",
    "59.96, 1 min 00 s",
    "723, 12 min 03 s",
    "3599.6, 1 h 00 min",
    "7500, 2 h 05 min",
    "360000, 100 h 00 min"
  })
  void durationsReadWell(double seconds, String text) {
    assertThat(Wording.duration(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.98765, 0.9877",
    "1, 1.0000",
    "0, 0.0000",
    "NaN, –",
    "12.34567, 12.3457",
    "-0.5, -0.5000",
    "43210.987, 43211.0",
    "123456789, 1.235e8",
    "0.000123456, 0.0001235",
    "0.0000123456, 1.235e-5"
  })
  void scoresHaveFourDecimalsWhereTheseSaySomething(double score, String text) {
    assertThat(Wording.score(score)).isEqualTo(text);
  }

  @Test
  void aMetricSaysWhichWayIsBetterAndInWhichUnit() {
    assertThat(Wording.reading(Metric.ACCURACY)).isEqualTo("accuracy: higher is better.");
    assertThat(Wording.reading(Metric.R2)).isEqualTo("r2: higher is better.");
    assertThat(Wording.reading(Metric.LOG_LOSS)).isEqualTo("logLoss: lower is better.");
    assertThat(Wording.reading(Metric.MAE))
        .isEqualTo("mae, in the label's own unit: lower is better.");
  }
}
