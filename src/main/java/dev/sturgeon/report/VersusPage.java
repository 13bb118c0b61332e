package dev.sturgeon.report;

import dev.sturgeon.report.Chart.Point;
import dev.sturgeon.report.Stint.Step;
import dev.sturgeon.report.VersusFigures.Seed;
import dev.sturgeon.report.VersusFigures.Side;
import dev.sturgeon.trial.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A comparison of searching and watching as one self-contained page. */
public final class VersusPage {
  private static final String CAVIAR = "0";
  private static final String PANDA = "1";

  private final VersusFigures figures;

  private VersusPage(VersusFigures figures) {
    this.figures = figures;
  }

  /** The page. */
  public static String of(VersusFigures figures) {
    return Page.of(figures.study() + ": caviar and panda", new VersusPage(figures).main());
  }

  private Element main() {
    VersusText text = VersusText.words(figures);
    List<String> sentences = text.sentences();
    Element verdict = Element.of("strong", sentences.get(sentences.size() - 1));
    Element main =
        Element.of(
            "main",
            Element.of("h1", figures.study() + ": caviar and panda"),
            Element.of("p", verdict).with("class", "lead"),
            Element.of("p", String.join(" ", sentences.subList(0, sentences.size() - 1))));
    if (figures.seeds().stream().flatMap(VersusPage::steps).findAny().isPresent()) {
      main.add(Element.of("h2", "Best so far"), chart(), legend());
    }
    return main.add(Element.of("h2", "Seed by seed"), table(text));
  }

  private static Stream<Step> steps(Seed seed) {
    return Stream.concat(seed.caviar().curve().stream(), seed.panda().curve().stream());
  }

  private Element chart() {
    Metric metric = Metric.named(figures.metric()).orElseThrow();
    double[] values =
        figures.seeds().stream().flatMap(VersusPage::steps).mapToDouble(Step::value).toArray();
    double end =
        figures.seeds().stream()
            .flatMap(seed -> Stream.of(seed.caviar(), seed.panda()))
            .mapToDouble(Side::coreSeconds)
            .max()
            .orElse(0);
    Axis held = Axis.linear("core-seconds held", 0, Math.max(end, figures.coreSeconds()));
    Chart chart = new Chart(held, Axis.better(metric, values, 0.75), 720, 300);
    for (Seed seed : figures.seeds()) {
      chart.line(line(seed.caviar()), "curve" + CAVIAR).line(line(seed.panda()), "curve" + PANDA);
      chart.dots(dots(seed, "caviar", seed.caviar()), "dot");
      chart.dots(dots(seed, "panda", seed.panda()), "dot");
    }
    return chart.svg();
  }

  private static List<Point> line(Side side) {
    List<Point> line = new ArrayList<>();
    for (Step step : side.curve()) {
      if (!line.isEmpty()) {
        line.add(new Point(step.coreSeconds(), line.get(line.size() - 1).y(), ""));
      }
      line.add(new Point(step.coreSeconds(), step.value(), ""));
    }
    if (!line.isEmpty()) {
      line.add(new Point(side.coreSeconds(), line.get(line.size() - 1).y(), ""));
    }
    return line;
  }

  /** Where each line ends. */
  private static List<Point> dots(Seed seed, String name, Side side) {
    Double dev = side.dev();
    return dev == null
        ? List.of()
        : List.of(
            new Point(
                side.coreSeconds(),
                dev,
                "seed %d, %s: %s".formatted(seed.seed(), name, Wording.score(dev))));
  }

  private static Element legend() {
    return Element.of(
            "p",
            "The best value on the dev part of any network on disk, one line a seed. Each was chosen"
                + " by these values, the more often the more they flatter: the test part decides.",
            Element.of("span", "caviar").with("class", "key" + CAVIAR),
            Element.of("span", "panda").with("class", "key" + PANDA))
        .with("class", "caption");
  }

  private static Element table(VersusText text) {
    Element head = Element.of("tr");
    text.head().forEach(name -> head.add(Element.of("th", name)));
    Element body = Element.of("tbody");
    text.rows()
        .forEach(
            row -> body.add(Element.of("tr", row.stream().map(c -> Element.of("td", c)).toList())));
    return Element.of("div", Element.of("table", Element.of("thead", head), body))
        .with("class", "wide");
  }
}
