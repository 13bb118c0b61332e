package dev.sturgeon.report;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;

/** What was changed while a study's trials trained, and which of them came from which. */
final class Nudges {
  private final StudyState state;
  private final History history;

  Nudges(StudyState state) {
    this.state = state;
    this.history = state.history();
  }

  /** The section of the report; empty where nothing was changed, asked or branched off. */
  List<Element> section() {
    List<Element> section = new ArrayList<>();
    Element rows = Element.of("tbody");
    boolean any = false;
    for (Trial trial : history.trials()) {
      for (Nudge nudge : own(trial)) {
        rows.add(row(trial, nudge));
        any = true;
      }
    }
    List<String> sentences = new ArrayList<>();
    history.orders().stream().map(Nudges::sentence).forEach(sentences::add);
    history.trials().stream()
        .filter(trial -> trial.parent() != null)
        .map(this::sentence)
        .forEach(sentences::add);
    if (any) {
      section.add(Element.of("h2", "Nudges"));
      String caption = "The dots on the learning curves; a child has its parent's nudges too.";
      section.add(Element.of("p", caption).with("class", "caption"));
      section.add(Element.of("div", Element.of("table", head(), rows)).with("class", "wide"));
    }
    if (!sentences.isEmpty()) {
      section.add(
          Element.of("ul", sentences.stream().map(text -> Element.of("li", text)).toList()));
    }
    return section;
  }

  /** Those of a trial that it does not have from its parent. */
  List<Nudge> own(Trial trial) {
    TrialId parent = trial.parent();
    List<Nudge> inherited = parent == null ? List.of() : history.get(parent).past().nudges();
    return trial.past().nudges().stream().filter(nudge -> !inherited.contains(nudge)).toList();
  }

  private static Element head() {
    Element head = Element.of("tr");
    List.of("trial", "after epoch", "by", "change and reason")
        .forEach(name -> head.add(Element.of("th", name)));
    return Element.of("thead", head);
  }

  private static Element row(Trial trial, Nudge nudge) {
    String text = nudge.text().substring(nudge.by().length() + 2);
    return Element.of(
        "tr",
        Element.of("td", trial.id()),
        Element.of("td", nudge.epoch()),
        Element.of("td", nudge.by()),
        Element.of("td", text));
  }

  private static String sentence(Order order) {
    String why = order.why().isEmpty() ? "" : ": " + order.why();
    return "%s asked: %s%s".formatted(order.by(), order.text(), why);
  }

  private String sentence(Trial trial) {
    String how =
        trial.role() == Role.BRANCH
            ? "tries another way on from trial"
            : "takes the place of trial";
    String why = state.ending(trial.id());
    String end = why.isEmpty() ? "" : "; " + why;
    return "trial %s %s %s at epoch %d%s"
        .formatted(trial.id(), how, trial.parent(), trial.past().fromEpoch(), end);
  }
}
