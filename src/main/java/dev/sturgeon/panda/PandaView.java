package dev.sturgeon.panda;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.Checkpoints;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What a rule sees of a model in training, between two of its segments.
 *
 * @param trial its learning curve, its checkpoints and all that was changed so far
 * @param setting what else is known
 */
public record PandaView(Trial trial, Setting setting) {
  /** What every network has. */
  static final String RATE = "learningRate";

  /** A lower learning rate is no number to a network, which reckons in floats. */
  private static final double LEAST_RATE = Float.MIN_NORMAL;

  /** A loss that falls by less has not fallen. */
  static final double SLIGHTLY = 0.005;

  /** What share of its standard error a metric has to gain to have gained something. */
  private static final double SHARE = 0.25;

  /** Epochs trained so far. */
  public int epoch() {
    return trial.epoch();
  }

  /** Whole segments trained so far. */
  public int segments() {
    return epoch() / setting.segmentEpochs();
  }

  /** Its hyperparameters now. */
  public Configuration configuration() {
    return trial.configuration();
  }

  /** The learning rate, before any decay. */
  public double learningRate() {
    return configuration().real(RATE);
  }

  /** The learning rate times a factor, as a person would choose it, but never next to nothing. */
  double rateTimes(double factor) {
    double rate = learningRate();
    return Math.max(Thresholds.round(rate * factor), Math.min(rate, LEAST_RATE));
  }

  /** Whether its last segment ended in a loss that is not finite: it can only go back. */
  public boolean isDiverged() {
    return trial.status() == Trial.Status.DIVERGED;
  }

  /** Training loss, as logarithms. */
  public Series trainLoss() {
    return Series.ofLosses(figures(point -> point.train().loss()));
  }

  /** Dev loss, as logarithms. */
  public Series devLoss() {
    return Series.ofLosses(figures(point -> point.dev().loss()));
  }

  /** The metric on the training part. */
  public Series trainMetric() {
    return new Series(figures(point -> point.train().metric()));
  }

  /** The metric on the dev part. */
  public Series devMetric() {
    return new Series(figures(point -> point.dev().metric()));
  }

  private double[] figures(ToDoubleFunction<CurvePoint> figure) {
    return trial.curve().stream().mapToDouble(figure).toArray();
  }

  /**
   * Standard error of the last dev metric. Of a share of right answers it is that of a binomial
   * distribution: on so few examples it cannot be known better. Of any other figure it is the
   * curve's own noise.
   */
  public double devError() {
    Metric metric = setting.objective().metric();
    boolean share = metric == Metric.ACCURACY || metric == Metric.BALANCED_ACCURACY;
    if (!share || setting.devRows() == 0) {
      return devMetric().noise();
    }
    double wrong = Math.max(1 - devMetric().average(0), 1.0 / setting.devRows());
    return Math.sqrt(wrong * (1 - wrong) / setting.devRows());
  }

  /** By how much the averaged dev metric has become better over the last so many epochs. */
  public double devGain(int epochs) {
    double rise = devMetric().average(0) - devMetric().average(epochs);
    return setting.objective().metric().isMaximised() ? rise : -rise;
  }

  /**
   * For how many epochs the dev part has shown no gain worth the name: neither its averaged metric
   * nor its averaged loss has been better than ever before.
   */
  public int sinceGain() {
    Series metric = devMetric();
    boolean more = setting.objective().metric().isMaximised();
    double step = SHARE * devError();
    int sinceMetric = more ? metric.sinceGreatest(step) : metric.sinceLeast(step);
    return Math.min(devLoss().sinceLeast(SLIGHTLY), sinceMetric);
  }

  /** By how much the averaged metric is better on the training part than on the dev part. */
  public double gap() {
    double gap = trainMetric().average(0) - devMetric().average(0);
    return setting.objective().metric().isMaximised() ? gap : -gap;
  }

  /** The last change of hyperparameters that answers; empty where there was none. */
  public Optional<Nudge> last(Predicate<Nudge> which) {
    List<Nudge> nudges = trial.past().nudges();
    for (int i = nudges.size() - 1; i >= 0; i--) {
      if (which.test(nudges.get(i))) {
        return Optional.of(nudges.get(i));
      }
    }
    return Optional.empty();
  }

  /** Epochs trained since the hyperparameters last changed, or since the trial's birth. */
  public int sinceChange() {
    return epoch() - last(nudge -> !nudge.values().isEmpty()).map(Nudge::epoch).orElse(0);
  }

  /** Whether a nudge lowered the learning rate. */
  public static boolean isCut(Nudge nudge) {
    return nudge.factor(RATE) < 1;
  }

  /** Whether the last cut of the learning rate has had its time to show what it is worth. */
  public boolean mayCut() {
    return last(PandaView::isCut)
        .map(cut -> epoch() - cut.epoch() >= setting.horizonEpochs())
        .orElse(true);
  }

  /**
   * The epochs to whose checkpoints it can go back, in order; the present one is not among them.
   */
  public List<Integer> checkpoints() {
    return trial.past().saved().stream()
        .map(Checkpoints::latest)
        .map(latest -> latest.epoch())
        .filter(saved -> isDiverged() || saved < epoch())
        .toList();
  }
}
