package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.trial.Retested;

/** The decision about a re-test that no scheduler takes: what follows from it. */
public final class Retests {

  private Retests() {}

  /** Its end, as its runs say it. */
  public static Event.RetestEnded end(StudyState state) {
    Retested retested = Retested.of(state.retest().orElseThrow().plan(), state.history());
    return new Event.RetestEnded(retested.outcome(), retested.degraded());
  }
}
