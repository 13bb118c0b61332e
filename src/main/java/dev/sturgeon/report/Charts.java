package dev.sturgeon.report;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.Chart.Point;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Smoothing;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The charts of a study that has at least one trial with a value. */
final class Charts {
  /** How many learning curves are drawn: the style sheet has as many colours. */
  static final int CURVES = 5;

  private final StudyState state;
  private final History history;
  private final Metric metric;
  private final List<Trial> ranked;
  private final Axis value;

  Charts(StudyState state) {
    this.state = state;
    this.history = state.history();
    this.metric = history.objective().metric();
    this.ranked = history.ranked();
    this.value = Axis.better(metric, ranked.stream().mapToDouble(Charts::value).toArray(), 0.75);
  }

  /** Each trial's value when it was over, and the best so far. */
  Element bestSoFar() {
    Set<TrialId> shown = ranked.stream().map(Trial::id).collect(Collectors.toSet());
    TimeUnit unit = TimeUnit.of(state.seconds());
    List<Point> dots =
        state.ends().stream()
            .filter(end -> shown.contains(end.trial()))
            .map(end -> dot(end.t() / unit.seconds, history.get(end.trial())))
            .toList();
    Axis time =
        Axis.linear("study time in " + unit.text, 0, Math.max(state.seconds(), 1) / unit.seconds);
    Chart chart = new Chart(time, value, 720, 300).line(leading(dots), "curve0");
    state.baselines().forEach((name, scores) -> chart.level(scores.metric(), name));
    return chart.dots(dots, "dot").svg();
  }

  /** The steps of the best value so far. */
  private List<Point> leading(List<Point> dots) {
    List<Point> steps = new ArrayList<>();
    double leader = Double.NaN;
    for (Point dot : dots) {
      boolean first = Double.isNaN(leader);
      if (!first) {
        steps.add(new Point(dot.x(), leader, ""));
      }
      leader = first || metric.isBetter(dot.y(), leader) ? dot.y() : leader;
      steps.add(new Point(dot.x(), leader, ""));
    }
    return steps;
  }

  /**
   * Learning curves of the best trials, averaged over the last few epochs: dev part drawn through,
   * train part dashed.
   */
  Element learningCurves() {
    List<Trial> best = ranked.stream().limit(CURVES).toList();
    int epochs = best.stream().mapToInt(Trial::epoch).max().orElse(1);
    double[] drawn =
        best.stream()
            .flatMap(trial -> trial.curve().stream())
            .flatMapToDouble(p -> DoubleStream.of(p.dev().metric(), p.train().metric()))
            .filter(Double::isFinite)
            .toArray();
    Chart chart =
        new Chart(Axis.linear("epoch", 0, epochs), Axis.better(metric, drawn, 0.9), 720, 300);
    for (int i = 0; i < best.size(); i++) {
      Trial trial = best.get(i);
      chart.line(curve(trial, point -> point.train().metric()), "train curve" + i);
      List<Point> dev = curve(trial, point -> point.dev().metric());
      chart.line(dev, "curve" + i).dots(nudges(trial, dev), "dot");
    }
    return chart.svg();
  }

  /** Where a trial was nudged, on its curve. */
  private List<Point> nudges(Trial trial, List<Point> curve) {
    return new Nudges(state)
        .own(trial).stream()
            .flatMap(
                nudge ->
                    curve.stream()
                        .filter(point -> point.x() == Math.max(1, nudge.epoch()))
                        .map(point -> new Point(point.x(), point.y(), nudge.text())))
            .toList();
  }

  /** The value of each trial in which the hyperparameter exists, on the scale it is searched on. */
  Element against(Hyperparameter hyperparameter) {
    String name = hyperparameter.name();
    List<Point> dots =
        ranked.stream()
            .filter(trial -> trial.configuration().has(name))
            .filter(trial -> hyperparameter.domain().contains(trial.configuration().get(name)))
            .map(trial -> dot(unit(trial, hyperparameter), trial))
            .toList();
    return new Chart(Axis.of(name, hyperparameter.domain()), value, 360, 230)
        .dots(dots, "dot")
        .svg();
  }

  private static double unit(Trial trial, Hyperparameter hyperparameter) {
    return hyperparameter.domain().unitOf(trial.configuration().get(hyperparameter.name()));
  }

  private static double value(Trial trial) {
    return trial.scores().orElseThrow().metric();
  }

  private static Point dot(double x, Trial trial) {
    String note = "trial %s: %s%n%s";
    return new Point(
        x,
        value(trial),
        note.formatted(trial.id(), Wording.score(value(trial)), trial.configuration()));
  }

  private static List<Point> curve(Trial trial, ToDoubleFunction<CurvePoint> figure) {
    List<CurvePoint> curve = trial.curve();
    double[] smooth = Smoothing.of(curve.stream().mapToDouble(figure).toArray());
    return IntStream.range(0, smooth.length)
        .filter(i -> Double.isFinite(smooth[i]))
        .mapToObj(i -> new Point(curve.get(i).epoch(), smooth[i], ""))
        .toList();
  }

  /** A unit in which a study's length is a number one can read. */
  private enum TimeUnit {
    SECONDS(1, "seconds"),
    MINUTES(60, "minutes"),
    HOURS(3600, "hours");

    final double seconds;
    final String text;

    TimeUnit(double seconds, String text) {
      this.seconds = seconds;
      this.text = text;
    }

    static TimeUnit of(double length) {
      return length < 180 ? SECONDS : length < 3 * 3600 ? MINUTES : HOURS;
    }
  }
}
