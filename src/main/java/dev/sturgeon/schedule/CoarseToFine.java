package dev.sturgeon.schedule;

import dev.sturgeon.sample.Sampler;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Region;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Zoom;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Searches in rounds, each in a smaller region around the best of all that is known (Ng, Improving
 * Deep Neural Networks, week 3: "coarse to fine"). Every trial trains to the end of its budget.
 *
 * <p>The trials are dealt out evenly over the rounds. The first round has the whole space; trial 0
 * is its default configuration. Before each later round the region is zoomed into around the
 * survivors, the best max(5, 20 %) of all trials so far; see {@link Zoom}. Every third trial of a
 * round still comes from the whole space, so that a wrong first guess can be left.
 *
 * <p>Trials allowed later, beyond those planned at first, go on with the last round, in a region
 * around the best of all that were planned.
 *
 * <p>A round begins when all earlier trials are over. Its region thus follows from the numbers of
 * the trials and their values alone: it is the same at any parallelism and after any crash.
 */
public final class CoarseToFine implements Scheduler {
  private static final int LEAST_SURVIVORS = 5;
  private static final double SURVIVING = 0.2;
  private static final int ELSEWHERE = 3;

  private final SearchSpace space;
  private final Function<Region, Sampler> samplers;
  private final long studySeed;
  private final FullBudget.Budget budget;
  private final int planned;
  private final int rounds;

  /** Each round's region, as far as known; it follows from trials that are over. */
  private final List<Zoom> zooms = new ArrayList<>();

  /**
   * A scheduler of this many rounds.
   *
   * @param samplers makes a sampler of a region
   * @param budget its trials are all that may start
   * @param planned the trials that the study began with, which are dealt out over the rounds
   * @param rounds 1 or more; at most one a trial is held
   */
  public CoarseToFine(
      SearchSpace space,
      Function<Region, Sampler> samplers,
      long studySeed,
      FullBudget.Budget budget,
      int planned,
      int rounds) {
    if (rounds < 1 || planned < 1) {
      throw new IllegalArgumentException(
          "rounds and trials are 1 or more, not " + rounds + " and " + planned);
    }
    this.space = space;
    this.samplers = samplers;
    this.studySeed = studySeed;
    this.budget = budget;
    this.planned = planned;
    this.rounds = Math.min(rounds, planned);
    zooms.add(new Zoom(Region.whole(space), List.of()));
  }

  @Override
  public Optional<Step> next(History history) {
    return budget.next(history).or(() -> start(history));
  }

  private Optional<Step> start(History history) {
    int number = history.trials().size();
    if (number >= budget.trials()) {
      return Optional.empty();
    }
    int round = round(number);
    List<Trial> earlier = history.trials().subList(0, first(round));
    if (!earlier.stream().allMatch(trial -> trial.status().isOver())) {
      return Optional.empty();
    }
    long seed = Seeds.ofTrial(studySeed, new TrialId(number));
    if (number == 0) {
      return Optional.of(budget.start(space.defaults(), seed, "default configuration", List.of()));
    }
    Zoom zoom = zoom(round, history);
    boolean elsewhere = (number - first(round)) % ELSEWHERE == ELSEWHERE - 1;
    Region region = elsewhere ? Region.whole(space) : zoom.region();
    String origin =
        "round " + Math.min(round + 1, rounds) + (elsewhere && round > 0 ? ", whole space" : "");
    List<String> reasons = number == first(round) ? zoom.reasons() : List.of();
    return samplers
        .apply(region)
        .sample(history, seed)
        .map(configuration -> budget.start(configuration, seed, origin, reasons));
  }

  private Zoom zoom(int round, History history) {
    while (zooms.size() <= round) {
      Region region = zooms.get(zooms.size() - 1).region();
      int finished = first(zooms.size());
      zooms.add(Zoom.into(region, survivors(history, finished), finished));
    }
    return zooms.get(round);
  }

  /** Trials without a value, diverged ones for example, count as the worst. */
  private static List<Configuration> survivors(History history, int finished) {
    long most = Math.max(LEAST_SURVIVORS, Math.round(Math.ceil(SURVIVING * finished)));
    return history.ranked().stream()
        .filter(trial -> trial.id().number() < finished)
        .limit(most)
        .map(Trial::configuration)
        .toList();
  }

  /** The number of a round's first trial; that of the first one beyond the plan. */
  private int first(int round) {
    return Math.toIntExact((long) round * planned / rounds);
  }

  private int round(int number) {
    if (number >= planned) {
      return rounds;
    }
    int round = Math.toIntExact((long) number * rounds / planned);
    return first(round + 1) <= number ? round + 1 : round;
  }

  @Override
  public void update(Trial trial) {
    // The history says it all.
  }
}
