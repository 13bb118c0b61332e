package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PandaStartTest {

  @Test
  void pandasBeginAsRandomSearchWould() throws Exception {
    StudyConf conf = PhasesBench.conf("confirm.enabled=false", "search.scheduler=full").withSeed(7);
    PhasesBench search = new PhasesBench();
    search.caviar(conf);
    List<Configuration> trials = PhasesBench.configurations(search.state());
    PandaStart start = PandaStart.of(null, conf);
    assertThat(start.of(conf, 1)).isEqualTo(trials.get(1)).isNotEqualTo(trials.get(0));
    assertThat(start.of(conf, 2)).isEqualTo(trials.get(2));
    assertThat(start.of(conf.withSeed(8), 1)).isNotEqualTo(trials.get(1));
  }

  @Test
  void aStudysBestComesBeforeTheRandomOnes() throws Exception {
    StudyConf conf = PhasesBench.conf();
    Configuration best = conf.space().defaults();
    PandaStart start = new PandaStart("studies/a", 12.5, "{}", best);
    assertThat(start.of(conf, 1)).isEqualTo(best);
    assertThat(start.of(conf, 2)).isEqualTo(PandaStart.of(null, conf).of(conf, 1));
    assertThat(start.frozen()).contains("studies/a", "12.5", "learningRate");
    assertThat(PandaStart.of(null, conf).frozen()).isEmpty();
  }

  @Test
  void whatAStudyHeldIsCharged(@TempDir Path directory) throws Exception {
    PhasesBench search = new PhasesBench();
    StudyConf conf = PhasesBench.conf("confirm.enabled=false", "versus.coreSeconds=1000");
    search.caviar(conf);
    String from = onDisk(search, directory);
    StudyState state = search.state();
    PandaStart start = PandaStart.of(from, conf);
    assertThat(start.charged()).isEqualTo(state.heldCoreSeconds(state.seconds())).isPositive();
    assertThat(start.best())
        .isEqualTo(state.history().best().map(Trial::configuration).orElseThrow());

    StudyConf little = PhasesBench.conf("versus.coreSeconds=20");
    assertThatThrownBy(() -> PandaStart.of(from, little))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("versus.coreSeconds 20 leaves it nothing");
  }

  @Test
  void whatHasNotEndedCannotBeCharged(@TempDir Path directory) throws Exception {
    PhasesBench search = new PhasesBench();
    search.stop.finish("at once");
    StudyConf conf = PhasesBench.conf();
    search.caviar(conf);
    String from = onDisk(search, directory);
    assertThatThrownBy(() -> PandaStart.of(from, conf))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has not ended");
  }

  private static String onDisk(PhasesBench study, Path directory) throws Exception {
    Path journal = Files.createDirectories(directory.resolve("journal"));
    Files.write(journal.resolve("000001.jsonl"), study.storage.read("journal/000001.jsonl"));
    return directory.toString();
  }

  @Test
  void aPandaOfTheComparisonTrainsWhatItIsGiven() throws Exception {
    StudyConf all = PhasesBench.conf("search.maxDuration=1s", "panda.branches=2");
    VersusSide side = new VersusSide.Panda(all, new VersusPlace("v"), 3, PandaStart.of(null, all));
    StudyConf second = side.conf(2);
    assertThat(second.isPanda()).isTrue();
    assertThat(second.seed()).isEqualTo(3);
    assertThat(second.search().limits().maxDuration()).isNull();
    assertThat(second.search().limits().maxParallel()).isEqualTo(2);
    assertThat(second.search().method().first())
        .containsExactly(PandaStart.of(null, all).of(all.withSeed(3), 2));
    assertThat(side.directory(2)).isEqualTo("v/seeds/3/panda-2");
  }
}
