package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyReader;
import dev.sturgeon.conf.StudyWriter;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StopReason;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Grid;
import dev.sturgeon.train.MlpCatalogue;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.TrialId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResumptionTest {
  private static final String OLD =
      """
      name: old
      data: {format: digits}
      space: {hiddenLayers: {low: 0, high: 2}, units: 8}
      """;

  @Test
  void aStudyGoesOnAsItBegan() throws Exception {
    StudyConf conf = read("search.rounds=3");
    assertThatCode(() -> check(conf.withMaxTrials(99), conf)).doesNotThrowAnyException();
    StudyConf own = withNetwork("org.example.A");
    assertThatCode(() -> check(own, own)).doesNotThrowAnyException();
  }

  @Test
  void anotherNetworkIsRefused() throws Exception {
    assertRefused(
        withNetwork("org.example.B"),
        withNetwork("org.example.A"),
        "network org.example.A, now org.example.B");
    assertRefused(withNetwork("cnn"), read(), "network mlp, now cnn");
  }

  @Test
  void anotherSplitIsRefused() throws Exception {
    assertRefused(
        read("data={format: digits, sample: 0.5, split: {dev: 0.2, test: 0.1}}"),
        read(),
        "data.sample 1.0, now 0.5; data.split.dev 0.15, now 0.2; data.split.test 0.15, now 0.1");
    String table = "data={format: csv, path: a.csv, label: y%s}";
    assertThatThrownBy(
            () -> check(read(table.formatted(", ignore: [x]")), read(table.formatted(""))))
        .hasMessageContaining("began with data.columns Columns[label=y")
        .hasMessageContaining("ignore=[x]]");
    assertThatCode(
            () ->
                check(
                    read(table.formatted("").replace("a.csv", "b.csv")), read(table.formatted(""))))
        .as("the content's hash tells whether it is the same")
        .doesNotThrowAnyException();
  }

  @Test
  void aStudyOfASeriesGoesOnWithItsOwnSeed() throws Exception {
    StudyConf then = read("seed=4").ofSeries("2026-11-28");
    assertThatCode(() -> check(read("seed=4").ofSeries("2026-11-28"), then))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check(read("seed=5").ofSeries("2026-11-28"), then))
        .hasMessageContaining("began with seed ")
        .hasMessageContaining("data.split.seed 4, now 5");
  }

  @Test
  void anotherSeedOfTheSplitIsRefused() throws Exception {
    assertRefused(read("data.split.seed=2"), read(), "data.split.seed as the study's, now 2");
    assertRefused(read("data.split.seed=2"), read("data.split.seed=1"), "data.split.seed 1, now 2");
  }

  @Test
  void otherSegmentsAreRefused() throws Exception {
    assertRefused(
        read("search.segmentEpochs=2"), read("search.segmentEpochs=3"), "segmentEpochs 3, now 2");
  }

  @Test
  void anotherWayToSearchIsRefused() throws Exception {
    assertRefused(read("search.rounds=5"), read("search.rounds=3"), "rounds 3, now 5");
    assertRefused(
        read("search={sampler: grid, rounds: 1}"),
        read("search.rounds=2"),
        "scheduler asha, now full; sampler model, now grid; rounds 2, now 1");
    assertRefused(
        read("search={scheduler: ashaStopping, eta: 2, minEpochs: 4, rounds: 1}"),
        read("search.rounds=1"),
        "scheduler asha, now ashaStopping; eta 3.0, now 2.0; minEpochs 1, now 4");
    assertRefused(
        read("search={strict: true, rounds: 1}"),
        read("search={scheduler: halving, rounds: 1}"),
        "strict false, now true; costAware true, now false");
  }

  @Test
  void otherFirstTrialsAreNotRefused() throws Exception {
    StudyConf more = read("search.first=[{hiddenLayers: 2}]", "search.warmStart=studies/older");
    assertThatCode(() -> check(more, read())).doesNotThrowAnyException();
  }

  @Test
  void aStudyOlderThanTheseKeysTrainedRandomTrialsToTheEnd() throws Exception {
    StudyState old = begun(read(), OLD);
    StudyConf plain = read("search={scheduler: full, sampler: random, rounds: 1}");
    assertThatCode(() -> Resumption.check(plain, old, "dir")).doesNotThrowAnyException();
    assertThatCode(() -> Resumption.check(read().ofDefaults(), old, "dir"))
        .as("and so does the command train")
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Resumption.check(read("search.rounds=1"), old, "dir"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("scheduler full, now asha; sampler random, now model");
  }

  @Test
  void aGridSmallerThanMaxTrialsIsFinishedWithItsLastPoint() throws Exception {
    StudyConf grid = read("search.sampler=grid", "search.maxTrials=5");
    assertThat(Resumption.isFinished(grid, searched(grid, 3))).isTrue();
    assertThat(Resumption.isFinished(grid, searched(grid, 2))).as("one is left").isFalse();
    assertThat(Resumption.isFinished(grid.withMaxTrials(2), searched(grid, 2))).isTrue();
  }

  @Test
  void aSearchGoesOnWithMoreTrials() throws Exception {
    StudyConf conf = read("search.maxTrials=3");
    assertThat(Resumption.isFinished(conf, searched(conf, 3))).isTrue();
    assertThat(Resumption.isFinished(conf.withMaxTrials(4), searched(conf, 3))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DURATION, maxDuration=1s, maxDuration=20m, a search.maxDuration above 1.0 s goes on",
    "CORE_HOURS, maxCoreHours=0.1, maxCoreHours=0.2, search.maxCoreHours above 0 go on",
    "TARGET, target=0.5, target=0.9, a better search.target goes on",
    "NO_GAIN, stopAfterNoGain=1, stopAfterNoGain=9, a larger search.stopAfterNoGain goes on",
  })
  void whatALimitEndedGoesOnWithALargerOne(
      StopReason reason, String small, String large, String way) throws Exception {
    StudyConf then = read("search." + small);
    StudyState ended =
        begun(
            then,
            StudyWriter.write(then),
            new Event.LimitsSet(then.search().limits(), 1),
            new Event.StudyFinished(reason, null));
    assertThat(Resumption.isFinished(then, ended)).as("the same limit").isTrue();
    StudyConf parallel = read("search." + small, "search.maxParallel=7", "search.maxTrials=99");
    assertThat(Resumption.isFinished(parallel, ended)).as("another key").isTrue();
    assertThat(Resumption.isFinished(read("search." + large), ended)).isFalse();
    assertThat(Resumption.isFinished(read(), ended)).as("no limit").isFalse();
    assertThat(Resumption.finished(then, ended, "dir"))
        .isEqualTo(
            "dir: this study is finished: %s; %s, --dir starts another"
                .formatted(reason.text(), way));
  }

  /**
   * The rules that were usual when it began may be others now: they are said as they are written.
   */
  @Test
  void otherRulesOfAPandaAreRefused() throws Exception {
    assertRefused(
        read("panda.rules=[plateau, settle: {share: 0.1}]").ofPanda(),
        read("panda={horizon: 2, rules: [plateau: {factor: 0.5}]}").ofPanda(),
        "panda.horizon 2, now 3; panda.rules [plateau: {factor: 0.5}], now [plateau, settle:"
            + " {share: 0.1}]");
  }

  @Test
  void aPandaThatIsDoneIsNotSaidToGoOn() throws Exception {
    StudyConf panda = read().ofPanda();
    StudyState ended =
        begun(panda, StudyWriter.write(panda), new Event.StudyFinished(StopReason.BUDGET, null));
    assertThat(Resumption.finished(panda, ended, "dir"))
        .contains("dir: this panda is finished", "has come to no network", "another --dir")
        .doesNotContain("maxTrials", "--from");
  }

  @Test
  void anotherLimitThatIsPassedAlreadyChangesNothing() throws Exception {
    StudyConf then = read("search.maxDuration=2s");
    StudyState ended =
        begun(
            then,
            StudyWriter.write(then),
            new Event.LimitsSet(then.search().limits(), 1),
            new Event.StudyFinished(StopReason.DURATION, null));
    assertThat(ended.seconds()).isEqualTo(1);
    assertThat(Resumption.isFinished(read("search.maxDuration=1s"), ended)).isTrue();
  }

  @Test
  void anotherSpaceIsRefusedWithWhatDiffersAndTheWayOut() throws Exception {
    assertRefused(
        read("space.units=16"),
        read(),
        "space.units fixed 8 where hiddenLayers >= 1, now fixed 16 where hiddenLayers >= 1");
    assertRefused(
        read("space.units={low: 4, high: 64, scale: log}", "seed=9"),
        read(),
        "seed 1, now 9; space.units fixed 8 where hiddenLayers >= 1, now integer 4…64 log where"
            + " hiddenLayers >= 1 default 15");
    assertThatThrownBy(() -> check(read("seed=9"), read()))
        .hasMessageContaining("another --dir")
        .hasMessageContaining("search.warmStart: [dir]");
  }

  @Test
  void otherDataAreToldBySize() {
    DataFacts then = facts(120, List.of("a", "b"));
    assertThat(Differences.ofData(then, facts(130, List.of("a", "b"))))
        .isEqualTo("other data: rows {train=120}, now {train=130}");
    assertThat(Differences.ofData(then, facts(120, List.of("a", "c"))))
        .isEqualTo("other data: classes [a, b], now [a, c]");
    assertThat(Differences.ofData(then, facts(120, List.of("a", "b")))).contains("other values");
  }

  private static DataFacts facts(int rows, List<String> classes) {
    return new DataFacts("c".repeat(64), new TreeMap<>(Map.of("train", rows)), 4, classes, "{}");
  }

  @Test
  void theTrialsItBeganWithStayPlanned() throws Exception {
    StudyConf conf = read("search.maxTrials=36");
    StudyState begun = begun(conf, StudyWriter.write(conf));
    assertThat(Resumption.planned(conf.withMaxTrials(72), begun, "dir")).isEqualTo(36);
  }

  /** The first points of the grid were tried, then the study ended. */
  private static StudyState searched(StudyConf conf, int trials) {
    List<Configuration> points = Grid.of(conf.space(), 5).points();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < trials; i++) {
      events.add(
          new Event.TrialStarted(
              new TrialId(i), Role.SEARCH, null, 0, points.get(i), i, 30, "sampled"));
    }
    events.add(new Event.StudyFinished(StopReason.BUDGET, new TrialId(0)));
    return begun(conf, StudyWriter.write(conf), events.toArray(Event[]::new));
  }

  private static void check(StudyConf now, StudyConf then) throws Exception {
    Resumption.check(now, begun(then, StudyWriter.write(then)), "dir");
  }

  private static void assertRefused(StudyConf now, StudyConf then, String differences) {
    assertThatThrownBy(() -> check(now, then))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("dir holds a study that began with " + differences + ". Set");
  }

  private static StudyState begun(StudyConf conf, String yaml, Event... more) {
    DataFacts data = new DataFacts("c".repeat(64), new TreeMap<>(), 64, List.of("0", "1"), "{}");
    List<Event> events = new ArrayList<>();
    events.add(
        new Event.StudyStarted(
            conf.name(), conf.seed(), yaml, conf.space(), conf.objective(), data));
    events.addAll(List.of(more));
    return StudyState.from(
        events.stream().map(event -> new Stamped(Instant.EPOCH, 1, event)).toList());
  }

  private static StudyConf withNetwork(String network) throws Exception {
    StudyConf conf = read();
    return new StudyConf(
        conf.name(),
        conf.seed(),
        conf.data(),
        network,
        conf.objective(),
        conf.space(),
        conf.search(),
        conf.confirm(),
        conf.retest(),
        conf.series(),
        conf.panda(),
        conf.versus());
  }

  private static StudyConf read(String... overrides) throws Exception {
    return new StudyReader(network -> MlpCatalogue.catalogue())
        .read("study.yaml", OLD, List.of(overrides));
  }
}
