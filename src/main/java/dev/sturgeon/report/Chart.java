package dev.sturgeon.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A small chart as inline SVG: lines, dots that say what they are, and levels to compare with. */
final class Chart {
  private static final int LEFT = 58;
  private static final int RIGHT = 14;
  private static final int TOP = 24;
  private static final int BOTTOM = 40;

  private final Axis x;
  private final Axis y;
  private final int width;
  private final int height;
  private final Element svg;

  /**
   * A point of a chart.
   *
   * @param x on the horizontal axis
   * @param y on the vertical axis
   * @param note what a reader sees when pointing at it
   */
  record Point(double x, double y, String note) {}

  Chart(Axis x, Axis y, int width, int height) {
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    this.svg =
        Element.of("svg")
            .with("viewBox", "0 0 " + width + " " + height)
            .with("role", "img")
            .with("aria-label", y.label() + " against " + x.label());
    drawAxes();
  }

  /** A line through the points, in the order given. */
  Chart line(List<Point> points, String style) {
    String path =
        points.stream()
            .map(point -> place(left(point.x())) + "," + place(top(point.y())))
            .collect(Collectors.joining(" "));
    svg.add(Element.of("polyline").with("points", path).with("class", "line " + style));
    return this;
  }

  /** A dot for each point. */
  Chart dots(List<Point> points, String style) {
    for (Point point : points) {
      svg.add(
          Element.of("circle", Element.of("title", point.note()))
              .with("cx", place(left(point.x())))
              .with("cy", place(top(point.y())))
              .with("r", "3.5")
              .with("class", style));
    }
    return this;
  }

  /** A dashed line across the chart, with its name; left out where it is beyond the axis. */
  Chart level(double value, String name) {
    if (value >= y.low() && value <= y.high()) {
      svg.add(rule(LEFT, top(value), width - RIGHT, top(value), "level"));
      svg.add(text(width - RIGHT, top(value) - 4, name, "end"));
    }
    return this;
  }

  /** The drawing. */
  Element svg() {
    return svg;
  }

  private void drawAxes() {
    for (Axis.Tick tick : y.ticks()) {
      svg.add(rule(LEFT, top(tick.at()), width - RIGHT, top(tick.at()), "grid"));
      svg.add(text(LEFT - 6, top(tick.at()) + 4, tick.text(), "end"));
    }
    for (Axis.Tick tick : x.ticks()) {
      svg.add(rule(left(tick.at()), height - BOTTOM, left(tick.at()), height - BOTTOM + 4, "grid"));
      svg.add(text(left(tick.at()), height - BOTTOM + 17, tick.text(), "middle"));
    }
    svg.add(text(LEFT, TOP - 10, y.label(), "start").with("class", "label"));
    double middle = (LEFT + width - RIGHT) / 2.0;
    svg.add(text(middle, height - 6, x.label(), "middle").with("class", "label"));
  }

  private double left(double value) {
    return LEFT + x.position(value) * (width - LEFT - RIGHT);
  }

  private double top(double value) {
    return TOP + (1 - y.position(value)) * (height - TOP - BOTTOM);
  }

  private static Element rule(double x1, double y1, double x2, double y2, String style) {
    return Element.of("line")
        .with("x1", place(x1))
        .with("y1", place(y1))
        .with("x2", place(x2))
        .with("y2", place(y2))
        .with("class", style);
  }

  private static Element text(double x, double y, String text, String anchor) {
    return Element.of("text", text)
        .with("x", place(x))
        .with("y", place(y))
        .with("text-anchor", anchor);
  }

  private static String place(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }
}
