package dev.sturgeon.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RoundsTest {

  @Test
  void everyTrialIsInTheRoundWhoseFirstItFollows() {
    for (int planned = 1; planned <= 30; planned++) {
      for (int count = 1; count <= 12; count++) {
        Rounds rounds = new Rounds(planned, count);
        for (int number = 0; number < 2 * planned; number++) {
          int round = rounds.of(number);
          assertThat(rounds.first(round)).isLessThanOrEqualTo(number);
          assertThat(rounds.first(round + 1)).isGreaterThan(number);
        }
        assertThat(rounds.first(0)).isZero();
        assertThat(rounds.first(rounds.count())).as("beyond the plan").isEqualTo(planned);
      }
    }
  }

  @Test
  void moreRoundsThanTrialsAreOneATrial() {
    assertThat(new Rounds(4, 9).count()).isEqualTo(4);
    assertThatThrownBy(() -> new Rounds(4, 0)).hasMessageContaining("1 or more, not 0 and 4");
  }
}
