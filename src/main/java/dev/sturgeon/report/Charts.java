package dev.sturgeon.report;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.Chart.Point;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

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
    this.value = valueAxis();
  }

  /** Each trial's value when it was over, and the best so far. */
  Element bestSoFar() {
    List<Point> dots = new ArrayList<>();
    List<Point> steps = new ArrayList<>();
    double leader = Double.NaN;
    double last = 0;
    Set<TrialId> shown = ranked.stream().map(Trial::id).collect(Collectors.toSet());
    for (StudyState.End end : state.ends()) {
      Trial trial = history.get(end.trial());
      if (!shown.contains(trial.id())) {
        continue;
      }
      double mine = value(trial);
      last = end.t();
      dots.add(new Point(last, mine, note(trial)));
      if (Double.isNaN(leader) || metric.isBetter(mine, leader)) {
        steps.add(new Point(last, Double.isNaN(leader) ? mine : leader, ""));
        leader = mine;
      }
      steps.add(new Point(last, leader, ""));
    }
    Axis time = Axis.linear("study time in seconds", 0, Math.max(last, 1e-3));
    Chart chart = new Chart(time, value, 720, 300).line(steps, "curve0");
    state.baselines().forEach((name, scores) -> chart.level(scores.metric(), name));
    return chart.dots(dots, "dot").svg();
  }

  /** Learning curves of the best trials: dev part drawn through, train part dashed. */
  Element learningCurves() {
    List<Trial> best = ranked.stream().limit(CURVES).toList();
    int epochs = best.stream().mapToInt(Trial::epoch).max().orElse(1);
    double[] drawn =
        best.stream()
            .flatMap(trial -> trial.curve().stream())
            .flatMapToDouble(p -> DoubleStream.of(p.dev().metric(), p.train().metric()))
            .filter(Double::isFinite)
            .toArray();
    Axis y = range(metric.label(), drawn);
    Chart chart = new Chart(Axis.linear("epoch", 0, epochs), y, 720, 300);
    for (int i = 0; i < best.size(); i++) {
      Trial trial = best.get(i);
      chart.line(curve(trial, point -> point.train().metric()), "train curve" + i);
      chart.line(curve(trial, point -> point.dev().metric()), "curve" + i);
    }
    return chart.svg();
  }

  /** The value of each trial in which the hyperparameter exists, on the scale it is searched on. */
  Element against(Hyperparameter hyperparameter) {
    String name = hyperparameter.name();
    List<Point> dots =
        ranked.stream()
            .filter(trial -> trial.configuration().has(name))
            .filter(trial -> hyperparameter.domain().contains(trial.configuration().get(name)))
            .map(trial -> new Point(unit(trial, hyperparameter), value(trial), note(trial)))
            .toList();
    return new Chart(Axis.of(name, hyperparameter.domain()), value, 360, 230)
        .dots(dots, "dot")
        .svg();
  }

  /** The better three quarters of the values; the others are drawn at the edge. */
  private Axis valueAxis() {
    double[] values =
        ranked.stream()
            .limit(Math.max(2, ranked.size() * 3 / 4))
            .mapToDouble(Charts::value)
            .toArray();
    return range(metric.label(), values);
  }

  private static Axis range(String label, double... values) {
    double low = DoubleStream.of(values).min().orElse(0);
    double high = DoubleStream.of(values).max().orElse(1);
    double margin = (high - low) * 0.06;
    return Axis.linear(label, low - margin, high + margin);
  }

  private static double unit(Trial trial, Hyperparameter hyperparameter) {
    return hyperparameter.domain().unitOf(trial.configuration().get(hyperparameter.name()));
  }

  private static double value(Trial trial) {
    return trial.scores().orElseThrow().metric();
  }

  private static String note(Trial trial) {
    return "trial "
        + trial.id()
        + ": "
        + Wording.score(value(trial))
        + "\n"
        + trial.configuration();
  }

  private static List<Point> curve(Trial trial, ToDoubleFunction<CurvePoint> figure) {
    return trial.curve().stream()
        .filter(point -> Double.isFinite(figure.applyAsDouble(point)))
        .sorted(Comparator.comparingInt(CurvePoint::epoch))
        .map(point -> new Point(point.epoch(), figure.applyAsDouble(point), ""))
        .toList();
  }
}
