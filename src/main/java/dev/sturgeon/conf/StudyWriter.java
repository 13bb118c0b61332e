package dev.sturgeon.conf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sturgeon.trial.Limits;
import java.time.Duration;

/**
 * Writes a study's configuration as the YAML that is frozen in its directory: every default spelled
 * out, so that it means the same in a later version.
 *
 * <p>Reading it back gives an equal {@link StudyConf}, except that passwords, tokens and keys in
 * paths are replaced by {@code REDACTED}.
 */
public final class StudyWriter {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private StudyWriter() {}

  /** The configuration as YAML. */
  public static String write(StudyConf conf) {
    ObjectNode study = MAPPER.createObjectNode();
    study.put("name", conf.name());
    study.put("seed", conf.seed());
    new DataWriter(study.putObject("data")).write(conf.data());
    if (conf.network().contains(".")) {
      study.putObject("network").put("class", conf.network());
    } else {
      study.put("network", conf.network());
    }
    study
        .putObject("objective")
        .put("metric", conf.objective().metric().label())
        .put("classWeights", Names.lower(conf.objective().classWeights()));
    ObjectNode space = study.putObject("space");
    conf.space().hyperparameters().forEach(h -> SpaceWriter.put(space, h));
    search(study.putObject("search"), conf.search());
    study
        .putObject("confirm")
        .put("enabled", conf.confirm().enabled())
        .put("seeds", conf.confirm().seeds())
        .put("candidates", conf.confirm().candidates());
    retest(study.putObject("retest"), conf.retest());
    if (conf.series().keep() != null) {
      study.putObject("series").put("keep", conf.series().keep());
    }
    if (conf.isPanda() || !conf.panda().equals(PandaConf.USUAL)) {
      PandaWriter.put(study.putObject("panda"), conf.panda());
    }
    if (!conf.versus().equals(VersusConf.USUAL)) {
      study
          .putObject("versus")
          .put("seeds", conf.versus().seeds())
          .put("coreSeconds", conf.versus().coreSeconds());
    }
    try {
      return MAPPER.writeValueAsString(study);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  private static void search(ObjectNode node, SearchConf search) {
    MethodWriter.put(node, search.method());
    node.put("maxTrials", search.maxTrials());
    node.put("maxEpochs", search.maxEpochs());
    node.put("segmentEpochs", search.segmentEpochs());
    limits(node, search.limits());
    node.put("hangAfter", duration(search.trialLimits().hangAfter()));
    Duration trial = search.trialLimits().maxDuration();
    if (trial != null) {
      node.put("maxTrialDuration", duration(trial));
    }
    node.put("gradientCheck", search.gradientCheck());
  }

  private static void retest(ObjectNode node, RetestConf retest) {
    node.put("top", retest.top());
    node.put("fresh", retest.fresh());
    node.put("selectionSeeds", retest.selectionSeeds());
    node.put("seeds", retest.seeds());
    if (retest.minGain() != null) {
      node.put("minGain", retest.minGain());
    }
  }

  private static void limits(ObjectNode node, Limits limits) {
    if (limits.maxDuration() != null) {
      node.put("maxDuration", duration(limits.maxDuration()));
    }
    if (limits.maxCoreHours() != null) {
      node.put("maxCoreHours", limits.maxCoreHours());
    }
    if (limits.target() != null) {
      node.put("target", limits.target());
    }
    if (limits.stopAfterNoGain() != null) {
      node.put("stopAfterNoGain", limits.stopAfterNoGain());
    }
    if (limits.maxParallel() != null) {
      node.put("maxParallel", limits.maxParallel());
    }
  }

  private static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
