package dev.sturgeon.sample;

import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What a history says of a metric, made fit for a model: results at the same few epochs, compared
 * with what is usual there, and spread like a normal distribution.
 *
 * <p>What is usual at an epoch is the median at the first one, and from there on the median of what
 * the trials that went on gained on the way: those that went on are better than most, which must
 * not count as gain. Only the order of the differences counts then (normal scores), so that neither
 * outliers nor the metric's unit matter.
 *
 * <p>A trial without a result, because it runs, counts as bad; one that diverged, threw, hung, or
 * ran out of memory or time as worst; one that the cluster failed not at all.
 */
final class Observations {
  private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

  /** Of a longer history the newest trials count, most of which lie around the best. */
  private static final int MOST = 600;

  /** Of all trials a quarter is worse than one that is bad. */
  private static final double BAD = 0.25;

  private final SearchSpace space;
  private final int[] epochs;
  private final double sign;
  private final List<Epoch> byEpoch = new ArrayList<>();
  private final List<double[]> bad = new ArrayList<>();
  private final List<double[]> worst = new ArrayList<>();

  /** A result; the larger the better. */
  private record Raw(double[] point, double value) {}

  /** All results at an epoch, and what trials gained since the epoch before. */
  private record Epoch(List<Raw> results, List<Double> gains) {}

  /** A result against what is usual at its epoch. */
  private record Relative(double[] point, int epoch, double gain) {}

  private Observations(SearchSpace space, Metric metric, int[] epochs) {
    this.space = space;
    this.epochs = epochs;
    this.sign = metric.isMaximised() ? 1 : -1;
    for (int i = 0; i < epochs.length; i++) {
      byEpoch.add(new Epoch(new ArrayList<>(), new ArrayList<>()));
    }
  }

  /**
   * All of a history, or the newest part of a very long one.
   *
   * @param epochs where results are looked at, ascending
   */
  static List<Observation> of(History history, SearchSpace space, int[] epochs) {
    Observations observations = new Observations(space, history.objective().metric(), epochs);
    for (Trial trial : history.newest(MOST)) {
      if (trial.role() == Role.SEARCH) {
        observations.take(trial);
      }
    }
    return observations.normal();
  }

  private void take(Trial trial) {
    double[] point = space.unitOf(trial.configuration());
    boolean seen = false;
    double before = Double.NaN;
    for (int i = 0; i < epochs.length; i++) {
      double value = sign * trial.scoresAt(epochs[i]).map(Scores::metric).orElse(Double.NaN);
      if (Double.isFinite(value)) {
        byEpoch.get(i).results().add(new Raw(point, value));
        seen = true;
      }
      if (Double.isFinite(value - before)) {
        byEpoch.get(i).gains().add(value - before);
      }
      before = value;
    }
    if (trial.hasFailedItself()) {
      worst.add(point);
    } else if (!seen && !trial.status().isOver()) {
      bad.add(point);
    }
  }

  private List<Observation> normal() {
    List<Relative> sorted = relative();
    sorted.sort(Comparator.comparingDouble(Relative::gain));
    List<Observation> normal = new ArrayList<>();
    double all = worst.size() + sorted.size();
    for (double[] point : worst) {
      normal.add(observation(point, epochs[0], 0.5 / all));
    }
    for (int i = 0; i < sorted.size(); i++) {
      Relative one = sorted.get(i);
      normal.add(observation(one.point(), one.epoch(), (worst.size() + i + 0.5) / all));
    }
    for (double[] point : bad) {
      normal.add(observation(point, epochs[0], BAD));
    }
    return normal;
  }

  private static Observation observation(double[] point, int epoch, double share) {
    double value = STANDARD.inverseCumulativeProbability(share);
    return new Observation(point, Math.log(epoch), value);
  }

  private List<Relative> relative() {
    List<Relative> relative = new ArrayList<>();
    double usual = 0;
    for (int i = 0; i < epochs.length; i++) {
      Epoch here = byEpoch.get(i);
      usual +=
          i == 0 ? median(here.results().stream().map(Raw::value).toList()) : median(here.gains());
      for (Raw raw : here.results()) {
        relative.add(new Relative(raw.point(), epochs[i], raw.value() - usual));
      }
    }
    return relative;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
