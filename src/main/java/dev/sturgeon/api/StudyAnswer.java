package dev.sturgeon.api;

import dev.sturgeon.data.Secrets;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.Summary;
import dev.sturgeon.report.TrialTable;
import dev.sturgeon.report.Wording;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a study has to say at its end.
 *
 * @param summary the figures
 * @param text the same for a person, with the ten best trials
 * @param finished false where somebody asked to stop: the same call goes on
 */
public record StudyAnswer(Summary summary, String text, boolean finished) {
  private static final int ROWS = 10;

  static StudyAnswer of(StudyState state, String directory) {
    Summary summary = Summary.of(state, Secrets.redact(directory));
    boolean finished = state.finished().isPresent();
    String confirmed = TrialTable.confirmed(state);
    String text =
        TrialTable.of(state, ROWS)
            + "\n"
            + (confirmed.isEmpty() ? "" : confirmed + "\n")
            + lost(summary)
            + ending(summary, finished);
    return new StudyAnswer(summary, text, finished);
  }

  /** Trials without a network are not in the table of the best. */
  private static String lost(Summary summary) {
    String kinds =
        summary.failures().entrySet().stream()
            .map(kind -> kind.getValue() + " " + kind.getKey())
            .collect(Collectors.joining(", ", " (", ")"));
    String trials =
        summary.failed() + summary.diverged() == 0
            ? ""
            : "%d trials failed%s and %d diverged; the report says why.%n"
                .formatted(
                    summary.failed(), summary.failed() == 0 ? "" : kinds, summary.diverged());
    List<String> troubles = Wording.troubles(summary.executorsLost(), summary.lateResults());
    return trials + (troubles.isEmpty() ? "" : String.join(", ", troubles) + ".\n");
  }

  private static String ending(Summary summary, boolean finished) {
    String directory = summary.directory();
    if (!finished) {
      return "Stopped before its end; the same command goes on with " + directory + ".";
    }
    return (summary.best().isPresent()
            ? "The best network lies in " + directory + "/best, "
            : "No trial trained a network; ")
        + ("the report in " + directory + "/report.html.");
  }
}
