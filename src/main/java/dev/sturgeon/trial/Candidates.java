package dev.sturgeon.trial;

import dev.sturgeon.space.Configuration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which of a search's configurations may be its best: one dev value each says too little to choose
 * among those that lie within its standard error.
 */
public final class Candidates {
  private static final int LEAST = 3;

  private Candidates() {}

  /**
   * All fully trained trials whose value lies within one standard error of the best one's, best
   * first; at least three, filled up with the next best and at last with those not fully trained;
   * fewer where the search has no more of different configurations.
   *
   * @param standardError of the dev figure, in the metric's unit, 0 or more
   * @param most how many at most, one or more
   */
  public static List<Trial> of(History history, double standardError, int most) {
    List<Trial> ranked = history.ranked();
    List<Trial> full = ranked.stream().filter(Candidates::isFull).toList();
    Set<Configuration> known = new HashSet<>();
    List<Trial> chosen = new ArrayList<>();
    for (Trial trial : full) {
      double behind = Math.abs(metric(trial) - metric(full.get(0)));
      boolean wanted = chosen.size() < LEAST || behind <= standardError;
      if (wanted && chosen.size() < most && known.add(trial.configuration())) {
        chosen.add(trial);
      }
    }
    for (Trial trial : ranked) {
      if (chosen.size() < Math.min(LEAST, most) && known.add(trial.configuration())) {
        chosen.add(trial);
      }
    }
    return chosen;
  }

  /**
   * All trials of a search with a value and a configuration that no better one has: those that were
   * fully trained, best first, then the others.
   */
  public static List<Trial> inOrder(History history) {
    Set<Configuration> known = new HashSet<>();
    List<Trial> ranked = history.ranked();
    return Stream.concat(
            ranked.stream().filter(Candidates::isFull),
            ranked.stream().filter(trial -> !isFull(trial)))
        .filter(trial -> known.add(trial.configuration()))
        .toList();
  }

  private static boolean isFull(Trial trial) {
    return trial.status() == Trial.Status.COMPLETED;
  }

  private static double metric(Trial trial) {
    return trial.scores().orElseThrow().metric();
  }
}
