package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.RetestConf;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.report.RetestFigures;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Retested.Outcome;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a series' new study is to count: its winner challenges that of the current one,
 * in a re-test of the latter on today's data. All of it may be done again after a crash.
 *
 * @param conf of the new study: the re-test's seeds, which follow from its own, are others
 */
record SeriesDuel(
    StudyConf conf,
    Series series,
    @Nullable String master,
    StudyListener listener,
    StopSignal stop) {

  /**
   * Settles whether a finished study counts.
   *
   * @param name its name
   */
  Settlement of(String name) throws IOException, ConfigurationException, InterruptedException {
    StudyPast mine = StudyPast.open(series.path(name));
    Optional<String> current = series.current();
    if (current.filter(name::equals).isPresent() || mine.state().history().best().isEmpty()) {
      return Settlement.settled(name, current, false, null, false);
    }
    if (current.isEmpty()) {
      series.setCurrent(name);
      return Settlement.settled(name, Optional.of(name), true, null, true);
    }
    Optional<RetestFigures> fought = fought(current.get(), name);
    boolean known = fought.isPresent();
    if (!known) {
      StudyPast theirs = StudyPast.open(series.path(current.get()));
      Optional<String> why = incomparable(mine.conf(), theirs.conf());
      if (why.isPresent()) {
        return stays(current, name, "it has another " + why.get());
      }
      try {
        fought = fight(current.get(), theirs, challenger(name, mine));
      } catch (DataException unfit) {
        return stays(current, name, String.valueOf(unfit.getMessage()));
      }
    }
    Outcome outcome = fought.map(RetestFigures::outcome).orElse(null);
    if (outcome == null) {
      return Settlement.open(name, current);
    }
    boolean moves = outcome == Outcome.RE_TUNE;
    if (moves) {
      series.setCurrent(name);
    }
    return Settlement.settled(
        name, moves ? Optional.of(name) : current, moves, outcome, moves || !known);
  }

  private Settlement stays(Optional<String> current, String name, String why) {
    listener.note(
        "%s stays current, since %s cannot be compared with it: %s; write %s into %s if it is to count"
            .formatted(current.orElseThrow(), name, why, name, series.path("current")));
    return Settlement.incomparable(name, current, why);
  }

  private static Retest.Known challenger(String name, StudyPast past) {
    Trial winner = RetestRule.winner(past.state());
    return new Retest.Known(name, winner.id(), winner.configuration());
  }

  /** What a re-test of the current study has shown in which the other's winner was judged. */
  private Optional<RetestFigures> fought(String current, String name) throws IOException {
    List<RetestFigures> all = Retests.of(series.path(current)).before("");
    return all.stream()
        .filter(figures -> figures.challenger() != null)
        .filter(figures -> name.equals(Objects.requireNonNull(figures.challenger()).study()))
        .reduce((first, second) -> second);
  }

  private static Optional<String> incomparable(StudyConf mine, StudyConf theirs) {
    if (!mine.objective().equals(theirs.objective())) {
      return Optional.of("objective");
    }
    return mine.network().equals(theirs.network()) ? Optional.empty() : Optional.of("network");
  }

  private Optional<RetestFigures> fight(String current, StudyPast theirs, Retest.Known challenger)
      throws IOException, ConfigurationException, InterruptedException {
    RetestConf usual = conf.retest();
    RetestConf how = new RetestConf(2, 0, 1, usual.seeds(), usual.minGain());
    return Optional.of(
        new RetestAssembly(
                theirs,
                series.path(current),
                conf.ofRetest(conf.data(), how),
                challenger,
                listener,
                stop)
            .run(master)
            .figures());
  }
}
