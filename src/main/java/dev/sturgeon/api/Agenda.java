package dev.sturgeon.api;

import dev.sturgeon.report.Contestant;
import dev.sturgeon.report.Stint;
import dev.sturgeon.trial.Objective;
import java.util.List;
import java.util.Optional;

/**
 * What is left to do for one of two that are compared: a function of what its journals tell.
 *
 * @param coreSeconds what it may hold
 * @param mostStudies how many studies it may take for that, one after another
 */
record Agenda(double coreSeconds, int mostStudies) {
  /** Less than this share of what may be held is not worth another study. */
  private static final double LEAST_SHARE = 0.01;

  private static final double LEAST_CORE_SECONDS = 1;

  /** After so many studies in a row without a network, no further one is begun. */
  private static final int BARREN = 5;

  /** Something to do for the study of this number, from 1. */
  sealed interface Task {
    int study();
  }

  /** To train, or to go on. */
  record Train(int study, double coreSeconds) implements Task {}

  /** To use the test part on its best network. */
  record Measure(int study) implements Task {}

  /** The next task; empty where nothing is left to do. */
  Optional<Task> next(Contestant contestant, Objective objective) {
    List<Stint> stints = contestant.stints();
    int last = stints.size();
    if (last > 0 && stints.get(last - 1).ending() == null) {
      Contestant before = new Contestant(contestant.charged(), stints.subList(0, last - 1));
      return Optional.of(new Train(last, coreSeconds - before.coreSeconds()));
    }
    double left = coreSeconds - contestant.coreSeconds();
    boolean worthIt = left >= Math.max(LEAST_CORE_SECONDS, LEAST_SHARE * coreSeconds);
    if (last == 0 || (last < mostStudies && worthIt && !isBarren(stints))) {
      return Optional.of(new Train(last + 1, left));
    }
    return Stint.leading(stints, objective)
        .filter(leader -> leader.test() == null)
        .map(leader -> new Measure(stints.indexOf(leader) + 1));
  }

  private static boolean isBarren(List<Stint> stints) {
    return stints.size() >= BARREN
        && stints.subList(stints.size() - BARREN, stints.size()).stream()
            .allMatch(stint -> stint.best() == null);
  }
}
