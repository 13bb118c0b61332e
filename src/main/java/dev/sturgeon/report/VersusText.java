package dev.sturgeon.report;

import dev.sturgeon.report.VersusFigures.LeftOut;
import dev.sturgeon.report.VersusFigures.Mean;
import dev.sturgeon.report.VersusFigures.Seed;
import dev.sturgeon.report.VersusFigures.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison of searching and watching in rows and words, the same for terminal and page. */
public final class VersusText {
  /** Where more than this share of what could be held was not, that is said. */
  private static final double MUCH = 0.05;

  /** What is left of figures that cancel out. */
  private static final double ROUNDING = 1e-12;

  private final VersusFigures figures;

  private VersusText(VersusFigures figures) {
    this.figures = figures;
  }

  /** The table and what follows from it, each line with a line feed but the last. */
  public static String of(VersusFigures figures) {
    VersusText text = new VersusText(figures);
    TextTable table = new TextTable();
    table.row(text.head());
    text.rows().forEach(table::row);
    return table + "\n" + String.join("\n", text.sentences());
  }

  static VersusText words(VersusFigures figures) {
    return new VersusText(figures);
  }

  List<String> head() {
    String metric = figures.metric();
    return List.of(
        "seed",
        "",
        metric + ", dev",
        "test",
        "core-seconds",
        "wall-clock",
        "trained",
        "test, caviar - panda");
  }

  /** Two rows for each seed, and two for the means, under {@link #head}. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (Seed seed : figures.seeds()) {
      Double difference = seed.difference();
      String between = difference == null ? "" : signed(difference);
      rows.add(row(Long.toString(seed.seed()), "caviar", seed.caviar(), "trial", between));
      rows.add(row("", "panda", seed.panda(), "panda", ""));
    }
    Mean caviar = figures.caviar();
    Mean panda = figures.panda();
    if (caviar != null && panda != null) {
      String of = figures.leftOut().isEmpty() ? "mean" : "mean of " + figures.compared();
      rows.add(row(of, "caviar", caviar, signed(figures.difference())));
      rows.add(row("", "panda", panda, ""));
    }
    return rows;
  }

  private static List<String> row(
      String seed, String name, Side side, String unit, String difference) {
    int count = unit.equals("panda") ? side.studies() : side.trials();
    return List.of(
        seed,
        name,
        score(side.dev()),
        score(side.test()),
        oneDigit(side.coreSeconds()),
        Wording.duration(side.seconds()),
        count + " " + unit + (count == 1 ? "" : "s"),
        difference);
  }

  private static List<String> row(String seed, String name, Mean mean, String difference) {
    return List.of(
        seed,
        name,
        Wording.score(mean.dev()),
        Wording.score(mean.test()),
        oneDigit(mean.coreSeconds()),
        Wording.duration(mean.seconds()),
        "",
        difference);
  }

  /** What the table means, in a few sentences. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Either could hold %s core-seconds with each seed, idle slots included."
            .formatted(Wording.number(figures.coreSeconds())));
    if (figures.from() != null) {
      sentences.add(
          "Panda begins with the best of %s; the %s core-seconds that held are charged to it."
              .formatted(figures.from(), oneDigit(figures.charged())));
    }
    figures
        .seeds()
        .forEach(
            seed -> {
              unused(seed.seed(), "caviar", seed.caviar(), sentences);
              unused(seed.seed(), "panda", seed.panda(), sentences);
            });
    figures.leftOut().forEach(left -> sentences.add(text(left)));
    if (figures.difference() != null) {
      sentences.add(
          "The test part is used: once for each seed and contestant, on its best by the dev part.");
    }
    sentences.add(verdict());
    return sentences;
  }

  private static String text(LeftOut left) {
    String seeds = left.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (left.seeds().size() == 1 ? "Seed " : "Seeds ")
        + seeds
        + " left out: "
        + left.why()
        + ".";
  }

  private void unused(long seed, String name, Side side, List<String> sentences) {
    double left = figures.coreSeconds() - side.coreSeconds();
    String ending = side.ending();
    if (side.test() != null && ending != null && left > MUCH * figures.coreSeconds()) {
      sentences.add(
          "Seed %d: %s left %s core-seconds unused: %s."
              .formatted(seed, name, oneDigit(left), ending));
    }
  }

  private String verdict() {
    Double low = figures.low();
    Double high = figures.high();
    if (low == null || high == null) {
      return "Verdict: undecided, since " + unknown();
    }
    String interval =
        "the mean difference of test %s, caviar - panda, is %s, at 95 %% within %s…%s"
            .formatted(figures.metric(), signed(figures.difference()), signed(low), signed(high));
    String decided =
        figures.verdict().equals(VersusFigures.UNDECIDED)
            ? undecided(low, high)
            : figures.verdict() + " is better";
    String sofar = figures.over() ? "Verdict" : "So far";
    return "%s: %s: %s (Student's t, paired by seed, %d seeds)."
        .formatted(sofar, decided, interval, figures.compared());
  }

  private String unknown() {
    return figures.compared() < 2
        ? "a difference needs at least two seeds to be judged."
        : "the difference of test %s is %s with each of the %d seeds, which does not show how much it scatters."
            .formatted(figures.metric(), signed(figures.difference()), figures.compared());
  }

  private static String undecided(double low, double high) {
    return low <= 0 && high >= 0
        ? "undecided, since that includes 0"
        : "undecided, since seeds are left out where only one has no figure, whom that favours";
  }

  private static String score(@Nullable Double score) {
    return score == null ? "–" : Wording.score(score);
  }

  private static String signed(@Nullable Double difference) {
    if (difference == null) {
      return "";
    }
    double shown = Math.abs(difference) < ROUNDING ? 0 : difference;
    return (shown > 0 ? "+" : "") + Wording.score(shown);
  }

  private static String oneDigit(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
