package dev.sturgeon.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrialIdTest {

  @Test
  void repeatsCountApart() {
    assertThat(TrialId.repeat(3)).hasToString("c3");
    assertThat(TrialId.repeat(3).isRepeat()).isTrue();
    assertThat(TrialId.repeat(3).place()).isEqualTo(3);
    assertThat(new TrialId(17)).hasToString("17");
    assertThat(new TrialId(17).isRepeat()).isFalse();
    assertThat(TrialId.parse("c3")).isEqualTo(TrialId.repeat(3));
    assertThat(TrialId.parse("17")).isEqualTo(new TrialId(17));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c", "x3", "-1", "c-1", "3.5", "c2000000000", "99999999999"})
  void whatIsNoneIsRefusedInASentence(String text) {
    assertThatThrownBy(() -> TrialId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trial");
  }

  @Test
  void aHistoryKeepsBothKinds() {
    History history = ConfirmingSamples.history();
    Trial searched = ConfirmingSamples.born(new TrialId(0), 1);
    Trial repeat = ConfirmingSamples.born(TrialId.repeat(0), 1);
    history.put(repeat);
    history.put(searched);
    history.put(repeat.running());
    assertThat(history.trials()).containsExactly(searched);
    assertThat(history.repeats()).containsExactly(repeat.running());
    assertThat(history.all()).containsExactly(searched, repeat.running());
    assertThat(history.get(TrialId.repeat(0))).isEqualTo(repeat.running());
    assertThat(history.count(Trial.Status.RUNNING)).isZero();
  }
}
