package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfirmReaderTest {
  private static final String DIGITS = "data: {format: digits}\n";

  @Test
  void aSearchIsConfirmedUnlessItIsToldNotToBe() throws Exception {
    assertThat(Reading.read(DIGITS).confirm()).isEqualTo(new ConfirmConf(true, 5, 8));
    assertThat(Reading.read(DIGITS + "confirm: {seeds: 3, candidates: 4}").confirm())
        .isEqualTo(new ConfirmConf(true, 3, 4));
    assertThat(Reading.read(DIGITS + "confirm: {enabled: false}").confirm().enabled()).isFalse();
  }

  @Test
  void whatIsNoSearchIsNot() throws Exception {
    StudyConf conf = Reading.read(DIGITS);
    assertThat(conf.ofDefaults().confirm().enabled()).isFalse();
    assertThat(conf.ofPanda().confirm().enabled()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seeds: 1       | confirm.seeds      | seed shows no spread; give 2 to 1000",
        "seeds: none    | confirm.seeds      | whole number",
        "candidates: 0  | confirm.candidates | a whole number from 1 to 1000",
        "enabled: maybe | confirm.enabled    | true or false",
        "seed: 3        | confirm.seed       | seeds",
      })
  void whatIsWrongIsSaidWithItsKey(String entry, String key, String what) {
    assertThatThrownBy(() -> Reading.read(DIGITS + "confirm: {" + entry + "}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(what);
  }
}
