package dev.sturgeon.report;

import dev.sturgeon.report.ConfirmationFigures.Candidate;
import dev.sturgeon.report.ConfirmationFigures.Test;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a confirmation has shown, in words and rows, the same for terminal and page. */
final class ConfirmationText {
  /** Why the search's own figures are not to be believed. */
  static final String SELECTED =
      "The search chose by its dev values, so the best of them flatter (Cawley and Talbot 2010;"
          + " Bouthillier et al. 2021).";

  static final List<String> HEAD =
      List.of(
          "trial",
          "in the search",
          "confirmed, mean",
          "95 %",
          "difference to the best, 95 %",
          "time",
          "verdict");

  private final ConfirmationFigures figures;

  ConfirmationText(ConfirmationFigures figures) {
    this.figures = figures;
  }

  /** A row for each candidate, under {@link #HEAD}. */
  List<List<String>> rows() {
    return figures.candidates().stream().map(ConfirmationText::row).toList();
  }

  private static List<String> row(Candidate one) {
    Double mean = one.mean();
    return List.of(
        Integer.toString(one.trial()),
        Wording.score(one.searched()),
        mean == null ? "–" : Wording.score(mean),
        range(one.low(), one.high()),
        range(one.differenceLow(), one.differenceHigh()),
        mean == null ? "–" : Wording.duration(one.seconds()),
        one.verdict());
  }

  private static String range(@Nullable Double low, @Nullable Double high) {
    return low == null || high == null ? "–" : Wording.score(low) + "…" + Wording.score(high);
  }

  /** The outcome in a few sentences. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(outcome());
    Test test = figures.test();
    if (test != null) {
      sentences.add(test(test));
    }
    return sentences;
  }

  private String outcome() {
    if (!figures.over()) {
      return "Being confirmed: %d of %d runs are over.".formatted(figures.done(), figures.runs());
    }
    Integer winner = figures.winner();
    return figures.candidates().stream()
        .filter(one -> winner != null && one.trial() == winner)
        .findFirst()
        .map(this::won)
        .orElse(
            "Not confirmed: %d of %d runs are over, with %d whole seeds to compare by."
                .formatted(figures.done(), figures.runs(), figures.seeds()));
  }

  private String won(Candidate winner) {
    Double mean = winner.mean();
    return "Confirmed: trial %d with %s %s on the dev part, the mean of %d fresh seeds (95 %%: %s); its run %s is kept."
        .formatted(
            winner.trial(),
            figures.metric(),
            mean == null ? "–" : Wording.score(mean),
            figures.seeds(),
            range(winner.low(), winner.high()),
            figures.saved());
  }

  private String test(Test test) {
    return "On the test part, used once: %s %s on %d rows (95 %%: %s)%s."
        .formatted(
            figures.metric(),
            Wording.score(test.value()),
            test.rows(),
            range(test.low(), test.high()),
            test.ofWinner() ? "" : ", by run " + test.run() + ", which had won before");
  }

  /** For a terminal: a table and sentences, each line with a line feed. */
  String lines() {
    TextTable table = new TextTable();
    table.row(HEAD);
    rows().forEach(table::row);
    return table + SELECTED + "\n" + String.join("\n", sentences()) + "\n";
  }

  /** For a page. */
  List<Element> section() {
    Element head = Element.of("tr");
    HEAD.forEach(name -> head.add(Element.of("th", name)));
    Element body = Element.of("tbody");
    rows().forEach(row -> body.add(row(row)));
    return List.of(
        Element.of("h2", "Confirmation"),
        Element.of("p", String.join(" ", sentences())),
        Element.of("p", SELECTED).with("class", "caption"),
        Element.of("div", Element.of("table", Element.of("thead", head), body))
            .with("class", "wide"));
  }

  private static Element row(List<String> cells) {
    return Element.of("tr", cells.stream().map(cell -> Element.of("td", cell)).toList());
  }
}
