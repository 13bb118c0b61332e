package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyReader;
import dev.sturgeon.conf.StudyWriter;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.DataFacts;
import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.train.MlpCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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
  void anotherWayToSearchIsRefused() throws Exception {
    assertRefused(read("search.rounds=5"), read("search.rounds=3"), "rounds 3, now 5");
    assertRefused(read("search.sampler=grid"), read(), "sampler random, now grid");
    assertRefused(
        read("search.sampler=grid"),
        read("search.rounds=2"),
        "sampler random, now grid; rounds 2, now 1");
  }

  @Test
  void aStudyOlderThanTheseKeysHadTheirDefaults() throws Exception {
    StudyState old = begun(read(), OLD);
    assertThatCode(() -> Resumption.check(read(), old, "dir")).doesNotThrowAnyException();
    assertThatThrownBy(() -> Resumption.check(read("search.rounds=2"), old, "dir"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("rounds 1, now 2");
  }

  private static void check(StudyConf now, StudyConf then) throws Exception {
    Resumption.check(now, begun(then, StudyWriter.write(then)), "dir");
  }

  private static void assertRefused(StudyConf now, StudyConf then, String differences) {
    assertThatThrownBy(() -> check(now, then))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("dir holds a study that began with " + differences + ". Give");
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
        conf.search());
  }

  private static StudyConf read(String... overrides) throws Exception {
    return new StudyReader(network -> MlpCatalogue.catalogue())
        .read("study.yaml", OLD, List.of(overrides));
  }
}
