package dev.sturgeon.conf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sturgeon.panda.Rules;

/** Writes how a single model is watched, in the form that {@link PandaReader} reads. */
final class PandaWriter {

  private PandaWriter() {}

  static void put(ObjectNode panda, PandaConf conf) {
    panda.put("segmentEpochs", conf.segmentEpochs());
    panda.put("horizon", conf.horizon());
    panda.put("branches", conf.branches());
    ArrayNode rules = panda.putArray("rules");
    for (PandaConf.RuleConf rule : conf.rules()) {
      if (Rules.isOwn(rule.name())) {
        rules.addObject().put("class", rule.name());
      } else {
        ObjectNode thresholds = rules.addObject().putObject(rule.name());
        rule.thresholds().forEach(thresholds::put);
      }
    }
  }
}
