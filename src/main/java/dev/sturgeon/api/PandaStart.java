package dev.sturgeon.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.ConfigurationJson;
import dev.sturgeon.report.Wording;
import dev.sturgeon.sample.RandomSampler;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.TrialId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the pandas of a comparison begin with: random configurations, or first an earlier study's
 * best, whose search is then charged to them.
 *
 * @param from the earlier study's directory; null for none
 * @param charged core-seconds that it held
 * @param split how its rows were split, frozen; empty for none
 * @param best its best configuration; null for none
 */
record PandaStart(
    @Nullable String from, double charged, String split, @Nullable Configuration best) {

  /**
   * Begins with a study's best.
   *
   * @param from its directory; null for random configurations
   * @throws DataException if there is none, it has not ended, or nothing would be left to train
   *     with
   */
  static PandaStart of(@Nullable String from, StudyConf conf)
      throws IOException, ConfigurationException {
    if (from == null) {
      return new PandaStart(null, 0, "", null);
    }
    StudyState state = StudyPast.open(from).state();
    if (state.finished().isEmpty()) {
      throw new DataException(
          from + " holds a study that has not ended: what it will have held cannot be charged yet");
    }
    double held = state.heldCoreSeconds(state.seconds());
    double most = conf.versus().coreSeconds();
    if (held >= most) {
      throw new DataException(
          "%s held %s core-seconds, which are charged to the panda: versus.coreSeconds %s leaves it nothing; give more than that"
              .formatted(from, Wording.number(held), Wording.number(most)));
    }
    Configuration best = WarmStart.bestOf(from, conf).search().method().first().get(0);
    return new PandaStart(from, held, state.started().orElseThrow().data().split(), best);
  }

  /**
   * What a seed's panda of this number, from 1, begins with: of the random configurations, the n-th
   * is the one that random search draws as trial n, which comes after the default one.
   */
  Configuration of(StudyConf conf, int number) {
    if (best != null && number == 1) {
      return best;
    }
    TrialId trial = new TrialId(best == null ? number : number - 1);
    return new RandomSampler(conf.space())
        .sample(new History(conf.objective()), Seeds.ofTrial(conf.seed(), trial))
        .orElseThrow()
        .configuration();
  }

  /** As one line of JSON, to tell whether it is still the same; empty where there is no study. */
  String frozen() {
    if (from == null || best == null) {
      return "";
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("from", from).put("coreSeconds", charged);
    json.set("hyperparameters", ConfigurationJson.of(best));
    return json + "\n";
  }
}
