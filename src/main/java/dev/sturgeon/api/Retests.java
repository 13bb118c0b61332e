package dev.sturgeon.api;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.report.RetestFigures;
import dev.sturgeon.spark.StudyStorage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A study's re-tests: a directory each, named after its day.
 *
 * @param directory where they lie
 * @param names theirs, oldest first
 */
record Retests(String directory, List<String> names) {

  /** Those of a study. */
  static Retests of(String study) throws IOException {
    List<String> names = DatedNames.in(StudyStorage.open(study).list("retests"));
    return new Retests(study + "/retests", names);
  }

  /** Where one lies. */
  String path(String name) {
    return directory + "/" + name;
  }

  /** A name for another one. */
  String next(LocalDate today) {
    return DatedNames.next(names, today);
  }

  /** Those that are not over, newest first. */
  List<Open> unfinished() throws IOException {
    List<Open> open = new ArrayList<>();
    for (String name : names) {
      StudyState state = state(name);
      if (state.finished().isEmpty()) {
        open.add(0, new Open(name, state));
      }
    }
    return open;
  }

  /** A re-test that is not over. */
  record Open(String name, StudyState state) {
    /** Whether it was begun with this, and so can be gone on with. */
    boolean isOf(Event.StudyStarted birth, Event.RetestStarted start) {
      boolean sameStudy =
          state
              .started()
              .map(
                  begun ->
                      begun.configuration().equals(birth.configuration())
                          && begun.data().equals(birth.data()))
              .orElse(true);
      return sameStudy
          && state
              .retest()
              .map(begun -> begun.plan().known().equals(start.plan().known()))
              .orElse(true);
    }
  }

  /** What those that are over have shown, oldest first, up to one that is left out. */
  List<RetestFigures> before(String name) throws IOException {
    List<RetestFigures> figures = new ArrayList<>();
    for (String earlier : names) {
      if (!earlier.equals(name)) {
        StudyState state = state(earlier);
        if (state.retested().isPresent()) {
          figures.add(RetestFigures.of(state, path(earlier)));
        }
      }
    }
    return figures;
  }

  private StudyState state(String name) throws IOException {
    return StudyPast.state(path(name));
  }
}
