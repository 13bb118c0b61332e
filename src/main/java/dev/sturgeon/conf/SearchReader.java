package dev.sturgeon.conf;

import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.Limits;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.TrialLimits;
import java.time.Duration;
import java.util.Optional;

/** Reads the section {@code search}: by which rules, and how long. */
final class SearchReader {
  private static final int MAX_TRIALS = 1_000_000;
  private static final int MAX_EPOCHS = 1_000_000;
  private static final int USUAL_TRIALS = 50;
  private static final int USUAL_EPOCHS = 30;
  private static final Duration SHORTEST_HANG = Duration.ofSeconds(10);

  private final Section search;
  private final Problems problems;

  SearchReader(Section search, Problems problems) {
    this.search = search;
    this.problems = problems;
  }

  /**
   * How to search.
   *
   * @param metric what a target is a value of
   * @param space what the first configurations are of; empty if it had a problem itself
   */
  SearchConf read(Metric metric, Optional<SearchSpace> space) {
    int maxTrials = search.find("maxTrials", Readers.count(MAX_TRIALS)).orElse(USUAL_TRIALS);
    int maxEpochs = search.find("maxEpochs", Readers.count(MAX_EPOCHS)).orElseGet(this::noEpochs);
    int segmentEpochs =
        Math.min(
            maxEpochs, search.find("segmentEpochs", Readers.count(MAX_EPOCHS)).orElse(maxEpochs));
    MethodConf method = new MethodReader(search, problems, maxEpochs).read(space);
    Limits limits = limits(metric);
    TrialLimits trialLimits = trialLimits();
    boolean gradientCheck = search.find("gradientCheck", Readers::flag).orElse(true);
    search.done();
    return new SearchConf(
        method, maxTrials, maxEpochs, segmentEpochs, limits, trialLimits, gradientCheck);
  }

  /** Where the epochs are wrong, nothing is said of what might be too long for them. */
  private int noEpochs() {
    return search.node("maxEpochs").isPresent() ? MAX_EPOCHS : USUAL_EPOCHS;
  }

  private Limits limits(Metric metric) {
    Duration maxDuration = search.find("maxDuration", SearchReader::limit).orElse(null);
    Double maxCoreHours = search.find("maxCoreHours", SearchReader::coreHours).orElse(null);
    Double target =
        search
            .find("target", node -> StudyConf.checkTarget(metric, Readers.number(node)))
            .orElse(null);
    Integer noGain = search.find("stopAfterNoGain", Readers.count(MAX_TRIALS)).orElse(null);
    Integer maxParallel = search.find("maxParallel", Readers.count(MAX_TRIALS)).orElse(null);
    return new Limits(maxParallel, maxDuration, target, noGain, maxCoreHours);
  }

  private TrialLimits trialLimits() {
    Duration hangAfter =
        search.find("hangAfter", SearchReader::patience).orElse(TrialLimits.USUAL.hangAfter());
    Duration maxDuration = search.find("maxTrialDuration", SearchReader::limit).orElse(null);
    return new TrialLimits(hangAfter, maxDuration);
  }

  /** Steps are told every few seconds: less would take slow ones for none. */
  private static Duration patience(Node node) {
    Duration patience = Readers.duration(node);
    if (patience.compareTo(SHORTEST_HANG) < 0) {
      throw new IllegalArgumentException(
          node.shown() + " is too short to tell a slow step from none; give at least 10s");
    }
    return patience;
  }

  private static double coreHours(Node node) {
    double hours = Readers.number(node);
    if (!(hours > 0)) {
      throw new IllegalArgumentException(
          node.shown() + " leaves nothing to train with; give hours above 0, such as 0.5");
    }
    return hours;
  }

  private static Duration limit(Node node) {
    Duration limit = Readers.duration(node);
    if (limit.isZero()) {
      throw new IllegalArgumentException(node.shown() + " leaves no time; give at least 1s");
    }
    return limit;
  }
}
