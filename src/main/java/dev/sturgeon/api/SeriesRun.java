package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.spark.SparkApplication;
import dev.sturgeon.spark.StudyStorage;
import dev.sturgeon.store.StudyInUseException;
import dev.sturgeon.study.StopSignal;
import dev.sturgeon.study.StudyListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a series: settles what the last turn left open, goes on with the newest study or
 * begins another one, lets its winner challenge the current study's, and deletes what is surplus.
 */
record SeriesRun(
    StudyConf conf,
    Series series,
    @Nullable String master,
    StudyListener listener,
    StopSignal stop) {

  SeriesAnswer run() throws IOException, ConfigurationException, InterruptedException {
    // All that follows joins this application.
    try (SparkApplication spark =
        SparkApplication.start(
            "sturgeon " + conf.name(), master, conf.search().trialLimits().hangAfter())) {
      Optional<String> newest = series.newest();
      Optional<SeriesAnswer> gone = Optional.empty();
      boolean unfinished = newest.isPresent() && !isFinished(newest.get());
      if (unfinished) {
        gone = goOn(newest.get());
      }
      return gone.isPresent() ? gone.get() : next(unfinished ? Optional.empty() : newest);
    }
  }

  /** Empty where its data or its configuration have changed since. */
  private Optional<SeriesAnswer> goOn(String name)
      throws IOException, ConfigurationException, InterruptedException {
    StudyAnswer answer;
    try {
      answer = search(name);
    } catch (DataException changed) {
      listener.note(
          "%s is not over and cannot be gone on with; it is left as it is, and another one begins: %s"
              .formatted(series.path(name), changed.getMessage()));
      return Optional.empty();
    }
    return Optional.of(finish(name, answer));
  }

  /**
   * Begins another study.
   *
   * @param last the one before, if it is over
   */
  private SeriesAnswer next(Optional<String> last)
      throws IOException, ConfigurationException, InterruptedException {
    Settlement earlier = null;
    if (last.isPresent()) {
      Settlement open = settle(series, last.get());
      if (!open.over()) {
        return SeriesAnswer.stopped(study(last.get()), open);
      }
      if (open.news()) {
        listener.note(
            "%s was over, but not whether it is to count: %s"
                .formatted(series.path(last.get()), open.text()));
        earlier = open;
      }
    }
    String name = series.next(DatedNames.today());
    return finish(name, search(name)).after(earlier);
  }

  private StudyAnswer search(String name)
      throws IOException, ConfigurationException, InterruptedException {
    List<String> earlier =
        Stream.concat(
                finishedBefore(name).stream(),
                series.current().filter(current -> !current.equals(name)).stream())
            .distinct()
            .map(each -> StudyStorage.uri(series.path(each)))
            .toList();
    StudyConf mine = conf.ofSeries(name).withWarmStart(earlier);
    Terms terms =
        new Terms(Aim.SEARCH, Double.POSITIVE_INFINITY, new SeriesData(before(name).orElse(null)));
    return new StudyAssembly(mine, series.path(name), listener, stop, terms).run(master);
  }

  /** The newest study before one, whether over or not, that can be read. */
  private Optional<StudyPast> before(String name) throws ConfigurationException {
    for (String other : others(name)) {
      try {
        Optional<StudyPast> past = StudyPast.find(series.path(other));
        if (past.isPresent()) {
          return past;
        }
      } catch (IOException unreadable) {
        listener.note(
            "%s cannot be read: %s".formatted(series.path(other), unreadable.getMessage()));
      }
    }
    return Optional.empty();
  }

  private SeriesAnswer finish(String name, StudyAnswer answer)
      throws IOException, ConfigurationException, InterruptedException {
    if (!answer.finished()) {
      return SeriesAnswer.stopped(answer, Settlement.open(name, series.current()));
    }
    Series now = series.with(name);
    Settlement settled = settle(now, name);
    if (settled.over()) {
      prune(now);
    }
    return SeriesAnswer.of(answer, settled);
  }

  private Settlement settle(Series now, String name)
      throws IOException, ConfigurationException, InterruptedException {
    return new SeriesDuel(conf.ofSeries(name), now, master, listener, stop).of(name);
  }

  /** The newest study before one that is over. */
  private Optional<String> finishedBefore(String name) {
    return others(name).stream().filter(other -> isFinished(other, false)).findFirst();
  }

  /** All but one, newest first. */
  private List<String> others(String name) {
    List<String> others = new ArrayList<>(series.names());
    others.remove(name);
    Collections.reverse(others);
    return others;
  }

  private void prune(Series now) throws IOException {
    Integer keep = conf.series().keep();
    if (keep == null) {
      return;
    }
    for (String name : now.surplus(keep, name -> isFinished(name, true))) {
      try {
        delete(now, name);
        listener.note("%s is deleted: series.keep is %d".formatted(now.path(name), keep));
      } catch (StudyInUseException held) {
        listener.note("%s is not deleted: %s".formatted(now.path(name), held.getMessage()));
      }
    }
  }

  /** Unless a driver is at work in it, or in a re-test of it. */
  private static void delete(Series now, String name) throws IOException {
    String path = now.path(name);
    StudyListener nobody = StudyListener.silent();
    Retests retests = Retests.of(path);
    for (Retests.Open open : retests.unfinished()) {
      Hold.take(StudyStorage.open(retests.path(open.name())), nobody).close();
    }
    try (Hold hold = Hold.take(StudyStorage.open(path), nobody)) {
      // Else a renewal might leave a file behind.
      hold.renewal().close();
      now.delete(name);
    }
  }

  /** One damaged study, which nobody needs any more, must not stop the series. */
  private boolean isFinished(String name, boolean ifUnreadable) {
    try {
      return isFinished(name);
    } catch (IOException e) {
      listener.note("%s cannot be read: %s".formatted(series.path(name), e.getMessage()));
      return ifUnreadable;
    }
  }

  private boolean isFinished(String name) throws IOException {
    return state(name).finished().isPresent();
  }

  private StudyState state(String name) throws IOException {
    return StudyPast.state(series.path(name));
  }

  private StudyAnswer study(String name) throws IOException {
    return StudyAnswer.of(state(name), series.path(name));
  }
}
