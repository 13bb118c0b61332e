package dev.sturgeon.api;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.Summary;
import dev.sturgeon.report.TrialTable;
import java.util.List;

/**
 * What a study has to say at its end.
 *
 * @param summary the figures
 * @param text the same for a person, with the ten best trials
 * @param notes things worth knowing, one sentence each
 */
public record StudyAnswer(Summary summary, String text, List<String> notes) {
  private static final int ROWS = 10;

  /** Copies the list. */
  public StudyAnswer {
    notes = List.copyOf(notes);
  }

  static StudyAnswer of(StudyState state, String directory, List<String> notes) {
    Summary summary = Summary.of(state, directory);
    String where =
        summary.best().isPresent()
            ? "\nThe best network lies in " + directory + "/best, the report in "
            : "\nNo trial trained a network; the report lies in ";
    return new StudyAnswer(
        summary, TrialTable.of(state, ROWS) + where + directory + "/report.html", notes);
  }
}
