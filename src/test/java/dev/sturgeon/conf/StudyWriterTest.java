package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.data.Source;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class StudyWriterTest {
  static final String FULL =
      """
      name: full
      seed: 9223372036854775807
      data:
        format: csv
        path: data/a b.csv
        label: "yes"
        id: "1e-4"
        categorical: ["null", "~", "a: b", "*x", "- y", "#z", " t ", "ü\\n'\\"\\\\"]
        ignore: ["true"]
        delimiter: ";"
        missing: ["?", NA, "", 007]
        badRows: drop
        split: {dev: 0.1, test: 0.2}
      objective: {metric: balancedAccuracy, classWeights: balanced}
      space:
        learningRate: {low: 1.0e-4, high: 1.0e-1, scale: log}
        momentum: {low: 0.8, high: 0.99, scale: reverse-log, when: {updater: [momentum, nesterov]}}
        batchSize: {powersOfTwo: [16, 256]}
        units: {low: 32, high: 256, scale: log, type: integer}
        hiddenLayers: {low: 1, high: 3}
        units3: {low: 16, high: 64, step: 8, when: {hiddenLayers: {atLeast: 3}}}
        dropout: {low: 0.0, high: 0.5, step: 0.1, default: 0.2, when: {updater: adam}}
        updater: {choices: [adam, nesterov]}
        batchNorm: {choices: [true, false]}
        activation: relu
      search:
        {scheduler: ashaStopping, eta: 2.5, minEpochs: 3, sampler: sobol, rounds: 2, costAware: false,
         first: [{learningRate: 0.01, batchNorm: true}, {updater: nesterov, momentum: 0.9, units: 64}],
         warmStart: [studies/a, "hdfs:///b c"],
         maxTrials: 40, maxEpochs: 20, segmentEpochs: 10, maxDuration: 100s, target: 0.99,
         stopAfterNoGain: 20, maxParallel: 8, maxCoreHours: 0.25, hangAfter: 90s, maxTrialDuration: 1h,
         gradientCheck: false}
      confirm: {enabled: false, seeds: 7, candidates: 4}
      """;

  @Test
  void readingBackGivesTheSame() throws ConfigurationException {
    String digits = "data: {format: digits}\nsearch: ";
    for (String yaml :
        List.of(
            FULL,
            digits + "{maxDuration: 1d}",
            "data: {format: digits, split: {seed: -3}}",
            digits + "{sampler: grid, strict: true}",
            digits + "{strict: true, warmStart: studies/a}",
            digits + "{scheduler: full, sampler: random, maxEpochs: 100}")) {
      StudyConf conf = Reading.read(yaml);
      String written = StudyWriter.write(conf);
      assertThat(Reading.read(written)).isEqualTo(conf);
      assertThat(StudyWriter.write(Reading.read(written))).isEqualTo(written);
    }
  }

  @Test
  void defaultsAreSpelledOut() throws ConfigurationException {
    assertThat(StudyWriter.write(Reading.digits("")))
        .startsWith(
            "name: \"digits\"\nseed: 1\ndata:\n  format: \"digits\"\n  sample: 1.0\n  split:\n    dev: 0.15")
        .contains("metric: \"accuracy\"")
        .contains("  learningRate:\n    low: 1.0E-4\n    high: 0.1\n    scale: \"log\"")
        .contains("  activation:\n    value: \"relu\"")
        .contains("  scheduler: \"asha\"\n  eta: 3.0\n  minEpochs: 1\n  sampler: \"model\"")
        .contains("  strict: false\n  costAware: true\n  first: []\n  warmStart: []")
        .contains("confirm:\n  enabled: true\n  seeds: 5\n  candidates: 8")
        .contains("  maxTrials: 50\n  maxEpochs: 30\n  segmentEpochs: 30");
  }

  @Test
  void aPandaIsSpelledOutAndReadsBack() throws ConfigurationException {
    StudyConf conf =
        Reading.digits(
                "panda: {segmentEpochs: 2, horizon: 4, branches: 2,"
                    + " rules: [plateau: {factor: 0.5}, raise]}")
            .ofPanda();
    String written = StudyWriter.write(conf);
    assertThat(written)
        .contains("scheduler: \"panda\"")
        .contains("panda:\n  segmentEpochs: 2\n  horizon: 4\n  branches: 2\n  rules:\n")
        .contains("plateau:\n      factor: 0.5\n      gain: 0.015\n      patience: 2.0");
    assertThat(Reading.read(written)).isEqualTo(conf);
  }

  @Test
  void secretsInThePathAreRedacted() throws ConfigurationException {
    assertThat(path("s3a://AKIA:s3cret@bucket/a.csv")).isEqualTo("s3a://REDACTED@bucket/a.csv");
    assertThat(path("https://h/a.csv?sv=1&sig=s3cret&x=2"))
        .isEqualTo("https://h/a.csv?sv=1&sig=REDACTED&x=2");
    assertThat(path("https://h/a.csv?api_key=s3cret;PASSWORD=s3cret"))
        .isEqualTo("https://h/a.csv?api_key=REDACTED;PASSWORD=REDACTED");
    assertThat(path("https://h/a.csv?X-Amz-Security-Token=s3cret"))
        .isEqualTo("https://h/a.csv?X-Amz-Security-Token=REDACTED");
  }

  @Test
  void otherPathsStay() throws ConfigurationException {
    for (String path :
        List.of(
            "abfss://container@account.dfs.core.windows.net/a.csv",
            "hdfs://host:9000/user@home/a.csv",
            "data/keys/token.csv",
            "C:\\data\\a.csv")) {
      assertThat(path(path)).isEqualTo(path);
    }
  }

  private static String path(String path) throws ConfigurationException {
    StudyConf conf =
        Reading.read("data: {format: csv, label: y, path: a}", "data.path='" + path + "'");
    Source again = Reading.read(StudyWriter.write(conf)).data().source();
    return Objects.requireNonNull(((Source.Table) again).files()).main();
  }
}
