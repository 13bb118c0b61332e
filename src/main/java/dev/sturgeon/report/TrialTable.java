package dev.sturgeon.report;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** The best trials of a study as an aligned text, with what they are to be compared with. */
public final class TrialTable {

  private TrialTable() {}

  /**
   * The table: the best trials, one a line, with the hyperparameters that vary; below them the
   * baselines. A star marks the leader. Lines end in a line feed.
   *
   * @param state the study so far
   * @param rows most trials to show
   */
  public static String of(StudyState state, int rows) {
    List<String> names = searched(state);
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("", "trial"));
    head.add(state.history().objective().metric().label());
    head.addAll(List.of("loss", "epochs", "time", "status"));
    head.addAll(names);
    table.row(head);
    state.history().ranked().stream()
        .limit(rows)
        .forEach(trial -> table.row(cells(trial, names, isBest(trial, state))));
    state
        .baselines()
        .forEach((name, scores) -> table.row(List.of("", name, metric(scores), loss(scores))));
    return table.toString();
  }

  /** What training the best again has shown, in lines; empty where that was not tried. */
  public static String confirmed(StudyState state) {
    return ConfirmationFigures.of(state)
        .map(figures -> new ConfirmationText(figures).lines())
        .orElse("");
  }

  /** The names of the hyperparameters that are searched, in the space's order. */
  static List<String> searched(StudyState state) {
    return state.started().map(study -> searched(study.space())).orElse(List.of());
  }

  private static List<String> searched(SearchSpace space) {
    return space.hyperparameters().stream()
        .filter(hyperparameter -> !hyperparameter.domain().isFixed())
        .map(Hyperparameter::name)
        .toList();
  }

  static boolean isBest(Trial trial, StudyState state) {
    return state.history().best().filter(best -> best.id().equals(trial.id())).isPresent();
  }

  private static List<String> cells(Trial trial, List<String> names, boolean best) {
    Scores scores = trial.scores().orElseThrow();
    List<String> cells = new ArrayList<>();
    cells.add(best ? "*" : "");
    cells.add(trial.id().toString());
    cells.add(metric(scores));
    cells.add(loss(scores));
    cells.add(trial.epoch() + "/" + trial.maxEpochs());
    cells.add(Wording.duration(trial.seconds()));
    cells.add(trial.standing());
    Configuration configuration = trial.savedConfiguration();
    names.forEach(name -> cells.add(Wording.value(configuration, name)));
    return cells;
  }

  private static String metric(Scores scores) {
    return Wording.score(scores.metric());
  }

  private static String loss(Scores scores) {
    return Wording.score(scores.loss());
  }
}
