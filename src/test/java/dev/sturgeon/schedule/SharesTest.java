package dev.sturgeon.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SharesTest {

  @Test
  void gentleSharesGrowStrictAndLeadAsManyToTheTop() {
    Shares shares = Shares.gentleFirst(3, 3);
    assertThat(shares.oneIn()).isSorted();
    assertThat(shares.oneIn().get(0)).isCloseTo(2.08, within(0.01));
    assertThat(shares.oneInBefore(3)).isCloseTo(27, within(1e-9));
  }

  @Test
  void aSingleRungHasTheUsualShare() {
    assertThat(Shares.gentleFirst(4, 1).oneIn()).containsExactly(4.0);
    assertThat(Shares.gentleFirst(4, 0).oneInBefore(0)).isEqualTo(1);
  }

  @Test
  void ofOneNoneCanBeLeftBehind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shares.even(1, 2))
        .withMessage("eta is above 1, not 1.0");
  }
}
