package dev.sturgeon.report;

import dev.sturgeon.space.Domain;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * One side of a chart.
 *
 * @param label what is shown
 * @param low the smallest value
 * @param high the largest value, above low
 * @param ticks where values are written
 */
record Axis(String label, double low, double high, List<Tick> ticks) {
  private static final int PROBES = 200;
  private static final int MOST_TICKS = 8;

  /** A place on an axis and what is written there. */
  record Tick(double at, String text) {}

  /** Where a value lies, 0 to 1; what is beyond an end lies at that end. */
  double position(double value) {
    return Math.max(0, Math.min(1, (value - low) / (high - low)));
  }

  /** An axis over a range, widened where that is a single point, with four to eight round ticks. */
  static Axis linear(String label, double least, double most) {
    double margin = most > least ? 0 : Math.max(Math.abs(least) * 0.1, 1e-3);
    double low = least - margin;
    double high = most + margin;
    double rough = (high - low) / 5;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = rough / power < 1.5 ? power : rough / power < 3.5 ? 2 * power : 5 * power;
    if (rough / power >= 7.5) {
      step = 10 * power;
    }
    List<Tick> ticks = new ArrayList<>();
    for (double k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      ticks.add(new Tick(k * step, Wording.number(k * step)));
    }
    return new Axis(label, low, high, ticks);
  }

  /**
   * An axis over the better share of a metric's values, of which there is one at least; the others
   * are drawn at the edge.
   */
  static Axis better(Metric metric, double[] values, double share) {
    double[] sorted = DoubleStream.of(values).sorted().toArray();
    int dropped = (int) ((1 - share) * sorted.length);
    double low = sorted[metric.isMaximised() ? dropped : 0];
    double high = sorted[sorted.length - 1 - (metric.isMaximised() ? 0 : dropped)];
    double margin = (high - low) * 0.06;
    return linear(metric.label(), low - margin, high + margin);
  }

  /**
   * The unit interval of a hyperparameter, so that each is drawn on the scale it is searched on:
   * all its values where they are few, else the ends and quarters.
   */
  static Axis of(String name, Domain domain) {
    Set<Value> values = new LinkedHashSet<>();
    for (int i = 0; i <= PROBES; i++) {
      values.add(domain.at((double) i / PROBES));
    }
    if (values.size() > MOST_TICKS) {
      values.clear();
      for (double unit = 0; unit <= 1; unit += 0.25) {
        values.add(domain.at(unit));
      }
    }
    List<Tick> ticks =
        values.stream().map(value -> new Tick(domain.unitOf(value), Wording.value(value))).toList();
    return new Axis(name, 0, 1, ticks);
  }
}
