package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.trial.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersusReaderTest {

  @Test
  void hasDefaults() throws Exception {
    assertThat(Reading.digits("").versus()).isEqualTo(new VersusConf(5, 600));
    assertThat(Reading.digits("versus: {seeds: 3, coreSeconds: 90.5}").versus())
        .isEqualTo(new VersusConf(3, 90.5));
  }

  @Test
  void isSpelledOutAndReadsBack() throws Exception {
    StudyConf conf = Reading.digits("versus: {seeds: 3, coreSeconds: 90.5}");
    assertThat(Reading.read(StudyWriter.write(conf))).isEqualTo(conf);
    assertThat(StudyWriter.write(Reading.digits(""))).doesNotContain("versus");
  }

  @Test
  void nothingButWhatItMayHoldEndsEither() throws Exception {
    StudyConf conf =
        Reading.digits(
            "search: {maxDuration: 5m, target: 0.9, stopAfterNoGain: 3, maxCoreHours: 1,"
                + " maxParallel: 4, maxTrials: 7, warmStart: studies/a}");
    StudyConf caviar = conf.ofVersus(false);
    assertThat(caviar.search().limits()).isEqualTo(new Limits(4, null, null, null, null));
    assertThat(caviar.search().maxTrials()).isEqualTo(7);
    assertThat(caviar.search().method().warmStart()).isEmpty();
    assertThat(caviar.search().gradientCheck()).isFalse();
    assertThat(caviar.confirm().enabled()).isFalse();
    assertThat(conf.ofVersus(true).search().gradientCheck()).isTrue();
  }

  @Test
  void aPandasOwnLimitsHoldButThatOfTrialsWithoutGain() throws Exception {
    StudyConf conf =
        Reading.digits(
            "search: {maxDuration: 5m, target: 0.9, stopAfterNoGain: 3, maxCoreHours: 1,"
                + " maxParallel: 4}");
    Limits limits = conf.search().limits();
    assertThat(conf.ofPanda().search().limits())
        .isEqualTo(new Limits(4, limits.maxDuration(), 0.9, null, 1.0));
    assertThat(limits.stopAfterNoGain()).isEqualTo(3);
  }

  @Test
  void aPandaHoldsOneSlotForEachWayOn() throws Exception {
    StudyConf conf = Reading.digits("panda: {branches: 3}").ofVersus(false).ofPanda();
    assertThat(conf.boundedByBranches().search().limits().maxParallel()).isEqualTo(3);
    StudyConf few = Reading.digits("panda: {branches: 3}\nsearch: {maxParallel: 2}");
    assertThat(few.boundedByBranches().search().limits().maxParallel()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seeds: 0          | versus.seeds       | a whole number from 1 to 1000",
        "coreSeconds: 0    | versus.coreSeconds | leaves nothing to train with",
        "coreSeconds: 10m  | versus.coreSeconds | a number",
        "coreMinutes: 3    | versus.coreMinutes | coreSeconds",
      })
  void whatIsWrongIsSaidWithItsKey(String entry, String key, String what) {
    assertThatThrownBy(() -> Reading.digits("versus: {" + entry + "}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(what);
  }
}
