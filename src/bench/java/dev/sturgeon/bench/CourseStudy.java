package dev.sturgeon.bench;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.Scores;
import dev.sturgeon.trial.Trial;
import java.util.Arrays;
import java.util.List;

/** A study of the course, as its journal tells it, and the figures that its effect is read from. */
record CourseStudy(StudyState state) {

  /** The only trial with these values, given by name and value in turn. */
  Trial trial(Object... namesAndValues) {
    List<Trial> found = trials(namesAndValues);
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          found.size() + " trials have " + Arrays.toString(namesAndValues));
    }
    return found.get(0);
  }

  /** All trials with these values, given by name and value in turn. */
  List<Trial> trials(Object... namesAndValues) {
    return state.history().trials().stream().filter(trial -> has(trial, namesAndValues)).toList();
  }

  private static boolean has(Trial trial, Object... namesAndValues) {
    Configuration configuration = trial.configuration();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i].toString();
      String value = namesAndValues[i + 1].toString();
      if (!configuration.has(name) || !configuration.get(name).toString().equals(value)) {
        return false;
      }
    }
    return true;
  }

  /** How many trials' dev loss is below this. */
  long below(double loss) {
    return state.history().ranked().stream().filter(trial -> devLoss(trial) < loss).count();
  }

  /** The median metric of the trials of this origin. */
  double median(String origin) {
    double[] values =
        state.history().trials().stream()
            .filter(trial -> state.origin(trial.id()).equals(origin))
            .mapToDouble(CourseStudy::value)
            .sorted()
            .toArray();
    return values[values.length / 2];
  }

  /** The best dev loss. */
  double bestLoss() {
    return devLoss(state.history().best().orElseThrow());
  }

  /** The lowest last training loss of the trials with these values. */
  double lowestTrainLoss(Object... namesAndValues) {
    return trials(namesAndValues).stream().mapToDouble(CourseStudy::trainLoss).min().orElseThrow();
  }

  /** Whether something was noted about the trial's gradients that has this word in it. */
  boolean isNoted(Trial trial, String word) {
    return state.trialNotes().stream()
        .anyMatch(note -> note.trial().equals(trial.id()) && note.text().contains(word));
  }

  private static double value(Trial trial) {
    return trial.scores().map(Scores::metric).orElse(0.0);
  }

  static double devLoss(Trial trial) {
    return trial.scores().map(Scores::loss).orElse(Double.POSITIVE_INFINITY);
  }

  static double lastDevLoss(Trial trial) {
    return last(trial).dev().loss();
  }

  static double lowestDevLoss(Trial trial) {
    return trial.curve().stream().mapToDouble(point -> point.dev().loss()).min().orElseThrow();
  }

  /** After the last epoch; infinite where the trial diverged. */
  static double trainLoss(Trial trial) {
    return trial.scores().isEmpty() ? Double.POSITIVE_INFINITY : last(trial).train().loss();
  }

  /** By how much the dev loss exceeds the training loss after the last epoch. */
  static double gap(Trial trial) {
    return last(trial).dev().loss() - last(trial).train().loss();
  }

  /** In how many epochs the training loss rose. */
  static int rises(Trial trial) {
    int rises = 0;
    for (int i = 1; i < trial.curve().size(); i++) {
      double before = trial.curve().get(i - 1).train().loss();
      rises += trial.curve().get(i).train().loss() > before ? 1 : 0;
    }
    return rises;
  }

  private static CurvePoint last(Trial trial) {
    return trial.curve().get(trial.curve().size() - 1);
  }
}
