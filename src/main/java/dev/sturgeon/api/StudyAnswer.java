package dev.sturgeon.api;

import dev.sturgeon.report.Summary;
import java.util.List;

/**
 * What a study has to say at its end.
 *
 * @param summary the figures
 * @param text the same for a person, with the ten best trials
 * @param notes things worth knowing, one sentence each
 */
public record StudyAnswer(Summary summary, String text, List<String> notes) {

  /** Copies the list. */
  public StudyAnswer {
    notes = List.copyOf(notes);
  }
}
