package dev.sturgeon.report;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import java.util.Optional;

/**
 * Whether the best network's trouble is bias or variance, and what helps (Ng, Improving Deep Neural
 * Networks, week 1: "basic recipe for machine learning").
 *
 * <p>Bias is what the training score lacks to the goal, variance what the dev score lacks to the
 * training score. The goal is {@code search.target} where there is one, else a perfect score. Both
 * count as shares of what the simplest baseline lacks, so that the same rule holds for every
 * metric; below 1 % they are called small.
 */
final class Diagnosis {
  private static final double SMALL = 0.01;

  private Diagnosis() {}

  /** One or two sentences; empty while there is no best trial or no baseline to compare with. */
  static Optional<String> of(StudyState state) {
    return state
        .history()
        .best()
        .flatMap(best -> kept(best))
        .flatMap(
            point ->
                state.baselines().values().stream()
                    .findFirst()
                    .flatMap(simplest -> sentence(point, simplest, state)));
  }

  /** The epoch of the network that is kept. */
  private static Optional<CurvePoint> kept(Trial best) {
    Checkpoints checkpoints = best.checkpoints();
    int epoch = checkpoints == null ? best.epoch() : checkpoints.best().epoch();
    return best.curve().stream().filter(point -> point.epoch() == epoch).findFirst();
  }

  private static Optional<String> sentence(CurvePoint point, Scores simplest, StudyState state) {
    Metric metric = state.history().objective().metric();
    Double target = state.limits().target();
    double goal = target == null ? perfect(metric) : target;
    double scale = lack(metric, simplest.metric(), goal);
    double train = point.train().metric();
    double dev = point.dev().metric();
    double bias = lack(metric, train, goal) / scale;
    double variance = lack(metric, dev, train) / scale;
    if (!(scale > 0) || !Double.isFinite(bias + variance)) {
      return Optional.empty();
    }
    String scores =
        "train %s, dev %s%s"
            .formatted(
                Wording.score(train),
                Wording.score(dev),
                target == null ? "" : ", target " + Wording.score(target));
    return Optional.of(verdict(bias, variance, scores));
  }

  private static String verdict(double bias, double variance, String scores) {
    String bigger = "bias: " + scores + " – a bigger network, more epochs, another architecture.";
    String broader = "variance: " + scores + " – more data, L2, dropout, augmentation.";
    if (bias < SMALL && variance < SMALL) {
      return "neither bias nor variance: " + scores + ".";
    }
    if (bias < SMALL || variance < SMALL) {
      return bias > variance ? bigger : broader;
    }
    String second = "; then " + (bias > variance ? "variance" : "bias") + " too.";
    return (bias > variance ? bigger : broader).replaceFirst("\\.$", second);
  }

  private static double perfect(Metric metric) {
    return metric.isMaximised() ? 1 : 0;
  }

  /** By how much a value is worse than another; below 0 where it is better. */
  private static double lack(Metric metric, double value, double than) {
    return metric.isMaximised() ? than - value : value - than;
  }
}
