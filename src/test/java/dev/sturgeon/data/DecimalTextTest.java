package dev.sturgeon.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "+2.5", ".5", "3.", "1e-3", "1E5"})
  void decimalNumbersAreNumbers(String text) {
    assertThat(DecimalText.parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "1d", "2f", "0x1p3", "NaN", "Infinity", "1e999", "1,5", "true", "1-2"})
  void everythingElseIsText(String text) {
    assertThat(DecimalText.isNumber(text)).isFalse();
  }
}
