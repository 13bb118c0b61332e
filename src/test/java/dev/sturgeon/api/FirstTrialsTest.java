package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.conf.StudyReader;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import dev.sturgeon.train.MlpCatalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FirstTrialsTest {

  @Test
  void aRandomSearchBeginsWithTheDefaults() throws Exception {
    StudyConf conf = conf("{maxTrials: 60}");
    FirstTrials first = FirstTrials.of(conf, 10);
    assertThat(first.configurations()).hasSize(10).doesNotHaveDuplicates();
    assertThat(first.configurations().get(0)).isEqualTo(conf.space().defaults());
    assertThat(first.study()).isEqualTo(10);
    assertThat(FirstTrials.of(conf, 10)).isEqualTo(first);
    assertThat(FirstTrials.count(conf)).isEqualTo(60);
  }

  @Test
  void tenAreShownThoughTheFirstRoundHasFewer() throws Exception {
    FirstTrials first = FirstTrials.of(conf("{maxTrials: 20, strict: true}"), 10);
    assertThat(first.configurations()).hasSize(10).doesNotHaveDuplicates();
    assertThat(first.study()).isEqualTo(6);
  }

  @Test
  void noMoreThanTheStudyHas() throws Exception {
    assertThat(FirstTrials.of(conf("{maxTrials: 3}"), 10).configurations()).hasSize(3);
  }

  @Test
  void whatItIsToldToTryComesBeforeThem() throws Exception {
    StudyConf conf = conf("{maxTrials: 60, first: [{learningRate: 0.02}, {}]}");
    assertThat(FirstTrials.of(conf, 10).configurations())
        .hasSize(10)
        .doesNotHaveDuplicates()
        .startsWith(
            conf.space().complete(Map.of("learningRate", Value.of(0.02))), conf.space().defaults());
  }

  @Test
  void aGridIsWalkedFromItsFirstPoint() throws Exception {
    StudyConf conf = conf("{maxTrials: 5, sampler: grid}");
    List<Configuration> drawn = FirstTrials.of(conf, 10).configurations();
    assertThat(drawn).extracting(each -> each.integer("units")).containsExactly(8, 16, 24, 32);
    assertThat(FirstTrials.count(conf)).isEqualTo(4);
  }

  @Test
  void onlyTheFirstRoundIsKnownInAdvance() throws Exception {
    FirstTrials first = FirstTrials.of(conf("{maxTrials: 12, rounds: 3}"), 10);
    assertThat(first.configurations()).hasSize(10);
    assertThat(first.study()).isEqualTo(4);
  }

  static StudyConf conf(String search) throws ConfigurationException {
    String space =
        search.contains("grid")
            ? "{learningRate: 0.01, updater: adam, hiddenLayers: 1, batchSize: 32, decay: none,"
                + " units: {choices: [8, 16, 24, 32]}}"
            : "{}";
    return new StudyReader(network -> MlpCatalogue.catalogue())
        .read(
            "study.yaml",
            "data: {format: digits}\nspace: %s\nsearch: %s\n".formatted(space, search),
            List.of());
  }
}
