package dev.sturgeon.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.space.Configuration;
import java.util.List;
import org.junit.jupiter.api.Test;

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
