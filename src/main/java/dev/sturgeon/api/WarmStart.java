package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.conf.StudyConf;
import dev.sturgeon.data.DataException;
import dev.sturgeon.journal.Confirmed;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.panda.NudgedSpace;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.study.StudyListener;
import dev.sturgeon.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What earlier studies found, to begin with: the best configurations of each that this study's
 * space holds. Their values are not taken over, only where they lie: on other data, or with another
 * budget, they would be worth something else.
 *
 * <p>A panda also begins with what another one's nudges have set where the space has it fixed: it
 * could be nudged so itself. A search cannot: there it is as it is fixed.
 */
final class WarmStart {
  private static final int BEST = 3;

  private WarmStart() {}

  /**
   * The configuration with the earlier studies' best in {@code search.first}, behind what is there.
   *
   * @throws dev.sturgeon.data.DataException if a directory holds no study
   */
  static StudyConf apply(StudyConf conf, StudyListener listener)
      throws IOException, ConfigurationException {
    List<Configuration> first = new ArrayList<>(conf.search().method().first());
    NudgedSpace space = new NudgedSpace(conf.space());
    for (String directory : conf.search().method().warmStart()) {
      List<Trial> ranked = bestFirst(StudyPast.open(directory).state());
      List<Trial> best =
          ranked.stream()
              .filter(trial -> holds(conf.space(), trial.savedConfiguration()))
              .limit(BEST)
              .toList();
      listener.note(
          best.isEmpty()
              ? "%s: none of its %d trials is in this study's space: nothing to begin with"
                  .formatted(directory, ranked.size())
              : "%s: its trials %s are tried first%s"
                  .formatted(
                      directory, best.stream().map(Trial::id).toList(), unnudged(space, best)));
      best.stream()
          .map(trial -> conf.space().complete(space.plain(trial.savedConfiguration().values())))
          .forEach(first::add);
    }
    return conf.withFirst(first.stream().distinct().toList());
  }

  /** What nudges have set where the space has it fixed. */
  private static String unnudged(NudgedSpace space, List<Trial> best) {
    List<String> names =
        best.stream()
            .flatMap(trial -> space.nudges(trial.savedConfiguration().values()).stream())
            .distinct()
            .toList();
    return names.isEmpty()
        ? ""
        : ", with %s as this study has it, not as they were nudged"
            .formatted(String.join(", ", names));
  }

  /** Those with a value, each configuration once: the confirmed winner before what luck ranks. */
  static List<Trial> bestFirst(StudyState state) {
    Set<Configuration> known = new HashSet<>();
    return Stream.concat(winner(state).stream(), state.history().ranked().stream())
        .filter(trial -> known.add(trial.savedConfiguration()))
        .toList();
  }

  private static Optional<Trial> winner(StudyState state) {
    return state.confirmation().flatMap(Confirmed::winner).map(state.history()::get);
  }

  /**
   * The configuration of a panda that begins with an earlier study's best.
   *
   * @throws DataException if the directory holds no study, or its best is not in this one's space
   */
  static StudyConf bestOf(String directory, StudyConf conf)
      throws IOException, ConfigurationException {
    StudyState state = StudyPast.open(directory).state();
    Trial best =
        winner(state)
            .or(() -> state.history().leader())
            .orElseThrow(() -> new DataException(directory + " has no trial with a value"));
    Configuration found = best.savedConfiguration();
    if (!holds(conf.space(), found)) {
      boolean same = state.started().filter(it -> it.space().equals(conf.space())).isPresent();
      throw new DataException(
          "%s: its best trial, %s, is not in this study's space: it has %s%s"
              .formatted(
                  directory, best.id(), found, same ? "" : "; give the space of that study"));
    }
    return conf.withFirst(List.of(new NudgedSpace(conf.space()).complete(found.values())));
  }

  /** Whether a space has it, but for what can be nudged. */
  private static boolean holds(SearchSpace space, Configuration found) {
    Configuration plain = new Configuration(new NudgedSpace(space).plain(found.values()));
    try {
      return space.at(space.unitOf(plain)).values().keySet().equals(plain.values().keySet());
    } catch (IllegalArgumentException outside) {
      return false;
    }
  }
}
