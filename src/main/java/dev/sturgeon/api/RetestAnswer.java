package dev.sturgeon.api;

import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.RetestFigures;
import dev.sturgeon.report.RetestText;
import java.util.List;

/**
 * What a re-test has to say.
 *
 * @param figures the figures
 * @param json the same as one object, those of earlier re-tests with it
 * @param text the same for a person
 * @param trained whether any network was trained
 */
public record RetestAnswer(RetestFigures figures, String json, String text, boolean trained) {

  static RetestAnswer of(StudyState state, String directory, List<RetestFigures> earlier) {
    RetestFigures figures = RetestFigures.of(state, directory);
    return new RetestAnswer(
        figures,
        figures.toJson(earlier),
        new RetestText(figures, earlier).lines(),
        !state.history().ranked().isEmpty());
  }
}
