package dev.sturgeon.report;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.Metric;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Task;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A study as one self-contained page: no script, no address of anything outside it.
 *
 * <p>Shows the best so far, learning curves, each searched hyperparameter against the value, all
 * trials, the baselines and where it all comes from.
 */
public final class HtmlReport {
  private final StudyState state;
  private final Event.StudyStarted study;
  private final Metric metric;

  private HtmlReport(StudyState state) {
    this.state = state;
    this.study = state.started().orElseThrow();
    this.metric = study.objective().metric();
  }

  /** The page of a study that has started. */
  public static String of(StudyState state) {
    return new HtmlReport(state).page(List.of());
  }

  /**
   * The page of a study whose winner was tested again, or of such a re-test.
   *
   * @param retests what they have shown up to then, oldest first; may be empty
   */
  public static String of(StudyState state, List<RetestFigures> retests) {
    int last = retests.size() - 1;
    return last < 0
        ? of(state)
        : new HtmlReport(state)
            .page(new RetestText(retests.get(last), retests.subList(0, last)).section());
  }

  private String page(List<Element> first) {
    Element main = Element.of("main", Element.of("h1", study.name()), lead());
    main.add(first);
    ConfirmationFigures.of(state)
        .ifPresent(figures -> main.add(new ConfirmationText(figures).section()));
    if (!state.history().ranked().isEmpty()) {
      charts(main);
    }
    main.add(new Nudges(state).section());
    main.add(heading("Trials"));
    main.add(caption(Wording.reading(metric) + " " + Wording.loss(metric.task())), trials());
    main.add(list(trialNotes()));
    main.add(heading("Where this comes from"), provenance());
    return Page.of(study.name(), main);
  }

  private Element lead() {
    String best =
        state
            .history()
            .best()
            .map(
                trial ->
                    "Best: trial %s with %s %s on the dev part, which it was selected on."
                        .formatted(
                            trial.id(),
                            metric.label(),
                            Wording.score(trial.scores().orElseThrow().metric())))
            .orElse("No trial has a value.");
    String counts =
        " %d trials: %d completed, %d failed, %d diverged, %d stopped, %d dropped, in %s%s."
            .formatted(
                state.history().trials().size(),
                state.history().count(Trial.Status.COMPLETED),
                state.history().count(Trial.Status.FAILED),
                state.history().count(Trial.Status.DIVERGED),
                state.history().count(Trial.Status.STOPPED),
                state.history().count(Trial.Status.DROPPED),
                Wording.duration(state.seconds()),
                coreHours());
    String end = state.finished().map(done -> " Ended: " + done.reason().text() + ".").orElse("");
    return Element.of("p", Element.of("strong", best), counts, troubles(), end)
        .with("class", "lead");
  }

  /** What happened to the cluster; empty where nothing did. */
  private String troubles() {
    List<String> troubles = Wording.troubles(state.workersLost(), state.answersDropped());
    return troubles.isEmpty() ? "" : " " + String.join(", ", troubles) + ".";
  }

  /** How much of the limit is used, where there is one. */
  private String coreHours() {
    Double most = state.limits().maxCoreHours();
    return most == null
        ? ""
        : String.format(
            Locale.ROOT, " and %.2g of %s core-hours", state.coreHours(state.seconds()), most);
  }

  private void charts(Element main) {
    Diagnosis.of(state).ifPresent(text -> main.add(Element.of("p", text)));
    Charts charts = new Charts(state);
    main.add(heading("Best so far"), charts.bestSoFar());
    main.add(caption("Each dot is a trial when it was over; point at it for its configuration."));
    main.add(heading("Learning curves of the best"), charts.learningCurves(), legend());
    main.add(heading("Hyperparameters"));
    main.add(
        caption(
            "Every trial with a value, on the scale each hyperparameter is searched on. The worst"
                + " quarter may lie at the edge."));
    List<Element> each =
        study.space().hyperparameters().stream()
            .filter(hyperparameter -> !hyperparameter.domain().isFixed())
            .map(charts::against)
            .toList();
    main.add(Element.of("div", each).with("class", "grid-of-charts"));
    main.add(list(state.searchNotes()));
  }

  private Element legend() {
    Element legend =
        Element.of(
            "p",
            "Dev part drawn through, train part dashed, as bias-corrected averages over about three"
                + " epochs; the first ones may lie at the edge.");
    List<Trial> best = state.history().ranked().stream().limit(Charts.CURVES).toList();
    for (int i = 0; i < best.size(); i++) {
      legend.add(" ", Element.of("span", "trial " + best.get(i).id()).with("class", "key" + i));
    }
    return legend.with("class", "caption");
  }

  private Element trials() {
    List<String> names = TrialTable.searched(state);
    Element head = Element.of("tr");
    Stream.of("trial", "status", metric.label(), "loss", "epochs", "time")
        .forEach(name -> head.add(Element.of("th", name)));
    names.forEach(name -> head.add(Element.of("th", name)));
    head.add(Element.of("th", "origin, message"));
    Element body = Element.of("tbody");
    List<Trial> ranked = state.history().ranked();
    ranked.forEach(trial -> body.add(row(trial, names)));
    state.baselines().forEach((name, scores) -> body.add(baseline(name, scores, names.size())));
    Set<TrialId> shown = ranked.stream().map(Trial::id).collect(Collectors.toSet());
    state.history().trials().stream()
        .filter(trial -> !shown.contains(trial.id()))
        .forEach(trial -> body.add(row(trial, names)));
    state.history().repeats().forEach(trial -> body.add(row(trial, names)));
    return Element.of("div", Element.of("table", Element.of("thead", head), body))
        .with("class", "wide");
  }

  private List<String> trialNotes() {
    return state.trialNotes().stream()
        .map(note -> "trial " + note.trial() + ": " + note.text())
        .toList();
  }

  private static List<Element> list(List<String> sentences) {
    return sentences.isEmpty()
        ? List.of()
        : List.of(
            Element.of("ul", sentences.stream().map(text -> Element.of("li", text)).toList()));
  }

  private Element row(Trial trial, List<String> names) {
    List<Object> cells = new ArrayList<>();
    cells.add(trial.id());
    cells.add(trial.standing());
    cells.add(trial.scores().map(scores -> Wording.score(scores.metric())).orElse("–"));
    cells.add(trial.scores().map(scores -> Wording.score(scores.loss())).orElse("–"));
    cells.add(trial.epoch() + "/" + trial.maxEpochs());
    cells.add(Wording.duration(trial.seconds()));
    Configuration configuration = trial.savedConfiguration();
    names.forEach(name -> cells.add(Wording.value(configuration, name)));
    cells.add(trial.message().isEmpty() ? state.origin(trial.id()) : trial.message());
    Element row = Element.of("tr", cells.stream().map(cell -> Element.of("td", cell)).toList());
    return TrialTable.isBest(trial, state) ? row.with("class", "best") : row;
  }

  private static Element baseline(String name, Scores scores, int hyperparameters) {
    return Element.of(
            "tr",
            Element.of("td", name).with("colspan", 2),
            Element.of("td", Wording.score(scores.metric())),
            Element.of("td", Wording.score(scores.loss())),
            Element.of("td", "baseline").with("colspan", hyperparameters + 3))
        .with("class", "baseline");
  }

  private Element provenance() {
    Element list = Element.of("dl");
    fact(list, "started", state.startedAt().orElseThrow());
    fact(list, "seed", study.seed());
    fact(list, "data", study.data().hash());
    fact(list, "rows", study.data().rows());
    fact(list, "columns", study.data().columns());
    if (metric.task() == Task.CLASSIFICATION) {
      fact(list, "classes", String.join(", ", study.data().classes()));
      fact(list, "class weights", study.objective().classWeights());
    }
    for (Event.PartOpened part : state.parts()) {
      fact(
          list,
          "driver " + part.part(),
          "Sturgeon %s, Java %s, Spark %s, Deeplearning4j %s on %s"
              .formatted(
                  part.versions().sturgeon(),
                  part.versions().java(),
                  part.versions().spark(),
                  part.versions().dl4j(),
                  part.host()));
    }
    Element configuration =
        Element.of(
            "details",
            Element.of("summary", "configuration"),
            Element.of("pre", study.configuration()));
    return Element.of("section", list, configuration);
  }

  private static void fact(Element list, String name, Object value) {
    list.add(Element.of("dt", name), Element.of("dd", value));
  }

  private static Element heading(String text) {
    return Element.of("h2", text);
  }

  private static Element caption(String text) {
    return Element.of("p", text).with("class", "caption");
  }
}
