package dev.sturgeon.conf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.conf.MethodConf.SamplerKind;
import dev.sturgeon.conf.MethodConf.SchedulerKind;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Files;
import dev.sturgeon.data.Source;
import dev.sturgeon.space.FixedDomain;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.TrialLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StudyReaderTest {

  @Test
  void theSmallestFileHasEveryDefault() throws ConfigurationException {
    StudyConf conf = Reading.read("data: {format: digits}");
    assertThat(conf.name()).isEqualTo("digits");
    assertThat(conf.seed()).isEqualTo(1);
    assertThat(conf.data()).isEqualTo(DataSpec.digits());
    assertThat(conf.objective())
        .isEqualTo(new Objective(Metric.ACCURACY, Objective.ClassWeights.NONE));
    assertThat(conf.space()).isEqualTo(TestCatalogue.CATALOGUE.space(List.of()));
    assertThat(conf.search())
        .isEqualTo(
            new SearchConf(
                new MethodConf(
                    SchedulerKind.ASHA,
                    3,
                    1,
                    SamplerKind.MODEL,
                    MethodReader.USUAL_ROUNDS,
                    false,
                    true,
                    List.of(),
                    List.of()),
                50,
                30,
                30,
                Limits.none(),
                TrialLimits.USUAL,
                true));
  }

  @Test
  void everyKeyIsRead() throws ConfigurationException {
    StudyConf conf =
        Reading.read(
            """
            name: churn_2.1
            seed: -42
            data:
              format: csv
              path: s3a://bucket/churn.csv
              label: left
              id: customer
              categorical: [zip]
              ignore: [name, 7]
              header: no
              delimiter: "\\t"
              missing: ["?", NA, -999]
              badRows: drop
              split: {dev: 0.2, test: 0}
            objective: {metric: logLoss, classWeights: balanced}
            search:
              maxTrials: 40
              maxEpochs: 20
              segmentEpochs: 10
              maxDuration: 100s
              maxCoreHours: 2.5
              hangAfter: 3m
              maxTrialDuration: 2h
              target: 1.5
              stopAfterNoGain: 15
              maxParallel: 8
              gradientCheck: false
              scheduler: hyperband
              eta: 4
              minEpochs: 2
              sampler: sobol
              rounds: 5
              costAware: false
              first: [{learningRate: 0.01, units: 64}, {}]
              warmStart: studies/churn_2.0
            """);
    assertThat(conf.name()).isEqualTo("churn_2.1");
    assertThat(conf.seed()).isEqualTo(-42);
    assertThat(conf.data())
        .isEqualTo(
            new DataSpec(
                new Source.Table(
                    "csv",
                    Files.of("s3a://bucket/churn.csv"),
                    new Source.Columns(
                        "left", "customer", null, null, List.of("zip"), List.of("name", "7")),
                    new Source.Reading(
                        false, '\t', List.of("?", "NA", "-999"), Source.BadRows.DROP),
                    new TreeMap<>()),
                1,
                0.2,
                0));
    assertThat(conf.objective())
        .isEqualTo(new Objective(Metric.LOG_LOSS, Objective.ClassWeights.BALANCED));
    assertThat(conf.search())
        .isEqualTo(
            new SearchConf(
                new MethodConf(
                    SchedulerKind.HYPERBAND,
                    4,
                    2,
                    SamplerKind.SOBOL,
                    5,
                    false,
                    false,
                    List.of(
                        conf.space().complete(Map.of("learningRate", Value.of(0.01))),
                        conf.space().defaults()),
                    List.of("studies/churn_2.0")),
                40,
                20,
                10,
                new Limits(8, Duration.ofSeconds(100), 1.5, 15, 2.5),
                new TrialLimits(Duration.ofMinutes(3), Duration.ofHours(2)),
                false));
  }

  @Test
  void durationsHaveUnits() throws ConfigurationException {
    assertThat(duration("90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(duration("20m")).isEqualTo(Duration.ofMinutes(20));
    assertThat(duration("2h")).isEqualTo(Duration.ofHours(2));
    assertThat(duration("1d")).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void flagsAreWrittenInAnyOfYamlsWays() throws ConfigurationException {
    for (String yes : List.of("true", "True", "yes", "on")) {
      assertThat(header(yes)).as(yes).isTrue();
    }
    for (String no : List.of("false", "FALSE", "no", "off")) {
      assertThat(header(no)).as(no).isFalse();
    }
  }

  private static boolean header(String flag) throws ConfigurationException {
    StudyConf conf = Reading.read("data: {format: csv, path: a, label: b, header: " + flag + "}");
    return ((Source.Table) conf.data().source()).reading().header();
  }

  @Test
  void keysWithoutAValueHaveTheDefault() throws ConfigurationException {
    StudyConf conf = Reading.digits("name:\nspace:\nsearch: {maxTrials: , maxDuration: null}\n");
    assertThat(conf).isEqualTo(Reading.digits(""));
  }

  @Test
  void theFilesNameNamesTheStudy() throws ConfigurationException {
    StudyReader reader = new StudyReader(network -> TestCatalogue.CATALOGUE);
    String yaml = "data: {format: digits}";
    assertThat(reader.read("C:\\work\\a-b.yml", yaml, List.of()).name()).isEqualTo("a-b");
    assertThat(reader.read("s3a://b/c/d.yaml", yaml, List.of()).name()).isEqualTo("d");
  }

  @Test
  void overridesWinInOrder() throws ConfigurationException {
    StudyConf conf =
        Reading.digits(
            "search: {maxTrials: 5}\nseed: 3",
            "search.maxTrials=7",
            "search.maxTrials=8",
            "seed=",
            "objective.metric=f1Macro",
            "space.learningRate={low: 1e-3, high: 1e-2, scale: log}",
            "space.learningRate.high=0.5",
            "space.dropout=0.25");
    assertThat(conf.search().maxTrials()).isEqualTo(8);
    assertThat(conf.seed()).isEqualTo(1);
    assertThat(conf.objective().metric()).isEqualTo(Metric.F1_MACRO);
    assertThat(domain(conf, "learningRate").toString()).isEqualTo("real 0.001…0.5 log");
    assertThat(domain(conf, "dropout")).isEqualTo(new FixedDomain(Value.of(0.25)));
  }

  @Test
  void anOverrideReplacesWhatIsNoSection() throws ConfigurationException {
    StudyConf conf =
        Reading.digits("space: {units: 64}", "space.units.low=8", "space.units.high=16");
    assertThat(domain(conf, "units").toString()).isEqualTo("integer 8…16");
  }

  private static Object domain(StudyConf conf, String name) {
    return conf.space().hyperparameters().stream()
        .filter(h -> h.name().equals(name))
        .map(Hyperparameter::domain)
        .findFirst()
        .orElseThrow();
  }

  private static Object duration(String text) throws ConfigurationException {
    Duration read =
        Reading.digits("search: {maxDuration: " + text + "}").search().limits().maxDuration();
    return read == null ? "none" : read;
  }
}
