package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetestReaderTest {
  private static final String DIGITS = "data: {format: digits}\n";

  @Test
  void whatIsLeftOutHasItsUsualValue() throws Exception {
    assertThat(Reading.read(DIGITS).retest()).isEqualTo(new RetestConf(5, 5, 2, 5, null));
    assertThat(
            Reading.read(
                    DIGITS
                        + "retest: {top: 3, fresh: 0, selectionSeeds: 1, seeds: 4, minGain: 0.01}")
                .retest())
        .isEqualTo(new RetestConf(3, 0, 1, 4, 0.01));
  }

  @Test
  void aFrozenConfigurationReadsTheSame() throws Exception {
    for (String retest : new String[] {"", "retest: {top: 2, minGain: 0.5}"}) {
      StudyConf conf = Reading.read(DIGITS + retest);
      assertThat(Reading.read(StudyWriter.write(conf)).retest()).isEqualTo(conf.retest());
    }
  }

  @Test
  void aSeriesKeepsAllUnlessItIsTold() throws Exception {
    assertThat(Reading.read(DIGITS).series().keep()).isNull();
    StudyConf conf = Reading.read(DIGITS + "series: {keep: 3}");
    assertThat(conf.series().keep()).isEqualTo(3);
    assertThat(Reading.read(StudyWriter.write(conf)).series()).isEqualTo(conf.series());
    assertThatThrownBy(() -> Reading.read(DIGITS + "series: {keep: 0}"))
        .hasMessageContaining("series.keep");
  }

  @Test
  void aRetestHasNoLimitButThatOfItsRuns() throws Exception {
    StudyConf conf =
        Reading.read(
            DIGITS + "search: {maxDuration: 1m, target: 0.9, maxParallel: 3, hangAfter: 5m}");
    StudyConf retest = conf.ofRetest(DataSpec.digits(), new RetestConf(2, 1, 1, 2, null));
    assertThat(retest.search().limits().maxDuration()).isNull();
    assertThat(retest.search().limits().target()).isNull();
    assertThat(retest.search().limits().maxParallel()).isEqualTo(3);
    assertThat(retest.search().trialLimits()).isEqualTo(conf.search().trialLimits());
    assertThat(retest.search().maxTrials()).isEqualTo(3);
    assertThat(retest.confirm().enabled()).isFalse();
  }

  @Test
  void otherRowsAreReadAsTheStudysAre() throws Exception {
    StudyConf conf =
        Reading.read("data: {format: csv, path: a.csv, devPath: d.csv, label: y, missing: [x]}");
    DataSpec other = conf.data().withPath("b.csv");
    assertThat(other.mapPaths(path -> path.equals("b.csv") ? "a.csv" : path))
        .isEqualTo(conf.data());
    assertThat(((Source.Table) other.source()).files())
        .isNotNull()
        .satisfies(files -> assertThat(files.main()).isEqualTo("b.csv"));
    assertThatThrownBy(() -> DataSpec.digits().withPath("b.csv"))
        .hasMessage("data of the format digits have no path");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seeds: 1           | retest.seeds          | seed shows no spread; give 2 to 1000",
        "top: 0             | retest.top            | a whole number from 1 to 1000",
        "fresh: -1          | retest.fresh          | a whole number from 0 to 1000",
        "selectionSeeds: no | retest.selectionSeeds | whole number",
        "minGain: -0.1      | retest.minGain        | is below 0",
        "'top: 1, fresh: 0' | retest                | nothing to compare the winner with",
        "seed: 3            | retest.seed           | seeds",
      })
  void whatIsWrongIsSaidWithItsKey(String entry, String key, String what) {
    assertThatThrownBy(() -> Reading.read(DIGITS + "retest: {" + entry + "}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(what);
  }
}
