package dev.sturgeon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PaceTest {
  private final Pace pace = new Pace();

  @Test
  void longSegmentsAreHandedOutAsSlotsBecomeFree() {
    assertThat(pace.ahead()).isZero();
    assertThat(aheadOf(0.1)).isZero();
    assertThat(aheadOf(60)).isZero();
  }

  @Test
  void theShorterTheMoreAhead() {
    assertThat(aheadOf(0.04)).isEqualTo(2);
    assertThat(aheadOf(0.009)).isEqualTo(11);
    assertThat(aheadOf(0)).isEqualTo(64);
  }

  @Test
  void oneLongSegmentAmongShortOnesEndsIt() {
    assertThat(aheadOf(0.001)).isPositive();
    pace.ended(1);
    pace.ended(0.001);
    assertThat(pace.ahead()).isZero();
  }

  private int aheadOf(double seconds) {
    for (int i = 0; i < 200; i++) {
      pace.ended(seconds);
    }
    return pace.ahead();
  }
}
