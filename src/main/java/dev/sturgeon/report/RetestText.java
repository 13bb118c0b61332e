package dev.sturgeon.report;

import dev.sturgeon.report.RetestFigures.Bounds;
import dev.sturgeon.report.RetestFigures.Judged;
import dev.sturgeon.trial.Retested.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a re-test and those before it have shown, in words and rows, the same for terminal and page.
 *
 * @param figures the re-test
 * @param earlier those before it, oldest first
 */
public record RetestText(RetestFigures figures, List<RetestFigures> earlier) {
  private static final List<String> HEAD =
      List.of(
          "re-test",
          "data",
          "winner",
          "when found",
          "now, 95 %",
          "challenger",
          "now, 95 %",
          "gain, 95 %",
          "verdict");

  /** Copies the list. */
  public RetestText {
    earlier = List.copyOf(earlier);
  }

  private List<List<String>> rows() {
    return Stream.concat(earlier.stream(), Stream.of(figures)).map(RetestText::row).toList();
  }

  private static List<String> row(RetestFigures one) {
    Judged winner = one.winner();
    Judged challenger = one.challenger();
    Double before = winner.before();
    return List.of(
        one.retest(),
        one.newData() ? "new" : "same",
        name(winner),
        before == null ? "–" : Wording.score(before),
        bounds(winner.value()),
        challenger == null ? "–" : name(challenger),
        challenger == null ? "–" : bounds(challenger.value()),
        bounds(one.gain()),
        verdict(one));
  }

  private static String name(Judged judged) {
    return judged.trial() == null
        ? "a fresh one"
        : "trial " + judged.trial() + (judged.study() == null ? "" : " of " + judged.study());
  }

  private static String bounds(@Nullable Bounds figure) {
    if (figure == null) {
      return "–";
    }
    Double low = figure.low();
    Double high = figure.high();
    return Wording.score(figure.mean())
        + (low == null || high == null
            ? ""
            : " (" + Wording.score(low) + "…" + Wording.score(high) + ")");
  }

  private static String verdict(RetestFigures one) {
    Outcome outcome = one.outcome();
    if (outcome == null) {
      return "not over: %d of %d runs".formatted(one.done(), one.runs());
    }
    boolean both = one.degraded() && outcome != Outcome.DEGRADED;
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-') + (both ? ", degraded" : "");
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(outcome());
    if (figures.degraded()) {
      sentences.add(
          figures.loss() == null
              ? "The winner is degraded: most of its runs came to nothing."
              : "The winner is degraded: worse than when it was found by %s."
                  .formatted(bounds(figures.loss())));
    }
    Judged challenger = figures.challenger();
    if (figures.outcome() == Outcome.RE_TUNE && challenger != null) {
      sentences.add("The challenger: " + hyperparameters(challenger) + ".");
    }
    if (!figures.note().isEmpty()) {
      sentences.add("Lost: " + figures.note() + ".");
    }
    return sentences;
  }

  private static String hyperparameters(Judged judged) {
    return judged.hyperparameters().properties().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
        .collect(Collectors.joining(", "));
  }

  private String outcome() {
    String gain = Wording.score(figures.minGain());
    Outcome outcome = figures.outcome();
    if (outcome == null) {
      return "Stopped before its end; the same command goes on.";
    }
    return switch (outcome) {
      case HOLDS ->
          "The winner holds: nothing that was tried is better by more than %s.".formatted(gain);
      case UNDECIDED ->
          "Undecided: whether the challenger is better by more than %s cannot be told from these runs; more --seeds tell more."
              .formatted(gain);
      case RE_TUNE ->
          "Re-tune: the challenger %s; a new search is worth its time.".formatted(better(gain));
      case DEGRADED ->
          "Nothing that was tried is known to be better than the winner by more than %s."
              .formatted(gain);
    };
  }

  /** The winner may have been lost with most seeds; then what pairs are left say nothing. */
  private String better(String gain) {
    Bounds known = figures.gain();
    boolean measured = known != null && known.low() != null && known.low() > figures.minGain();
    return measured
        ? "is better than the winner by more than " + gain
        : "trains with every seed, the winner with few";
  }

  /** For a terminal: a table with a line a re-test, and sentences about the last. */
  public String lines() {
    TextTable table = new TextTable();
    table.row(HEAD);
    rows().forEach(table::row);
    return table + String.join("\n", sentences()) + "\n";
  }

  /** For a page. */
  List<Element> section() {
    Element head = Element.of("tr");
    HEAD.forEach(name -> head.add(Element.of("th", name)));
    Element body = Element.of("tbody");
    rows()
        .forEach(
            row ->
                body.add(
                    Element.of("tr", row.stream().map(cell -> Element.of("td", cell)).toList())));
    return List.of(
        Element.of("h2", "Re-tests"),
        Element.of("p", String.join(" ", sentences())),
        Element.of("div", Element.of("table", Element.of("thead", head), body))
            .with("class", "wide"));
  }
}
