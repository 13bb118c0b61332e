package dev.sturgeon.sample;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Region;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Zoom;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks in rounds, each in a smaller region around the best of the rounds before (Ng, Improving Deep
 * Neural Networks, week 3: "coarse to fine").
 *
 * <p>The first round has the whole space. Each later one zooms in around the survivors, the best
 * max(5, 20 %) of the earlier rounds' trials at the highest rung that has at least one result more
 * than the space has hyperparameters; see {@link Zoom}. Every third trial of a round still comes
 * from the whole space, so that a wrong first guess can be left. Trials beyond the plan go on with
 * the last round, in a region around the best of all that were planned.
 *
 * <p>A round begins with its first trial's number, whether or not the earlier ones' trials are over:
 * its region follows from what they have shown so far. Where rounds are separated by the scheduler,
 * it thus follows from their final results, and a round's trials learn nothing from one another.
 */
public final class CoarseToFine implements Sampler {
  private static final int LEAST_SURVIVORS = 5;
  private static final double SURVIVING = 0.2;
  private static final int ELSEWHERE = 3;

  private final SearchSpace space;
  private final Function<Region, Sampler> samplers;
  private final List<Integer> epochs;
  private final int planned;
  private final int rounds;
  private final boolean separated;

  /**
   * A sampler of this many rounds.
   *
   * @param samplers makes a sampler of a region
   * @param epochs where trials can be compared, ascending; the last is the whole budget
   * @param planned the trials that the study began with, which are dealt out over the rounds
   * @param rounds 1 or more; at most one a trial is held
   * @param separated whether rounds are separated: what a trial is shown is then cut off where its
   *     round begins
   */
  public CoarseToFine(
      SearchSpace space,
      Function<Region, Sampler> samplers,
      List<Integer> epochs,
      int planned,
      int rounds,
      boolean separated) {
    if (rounds < 1 || planned < 1) {
      throw new IllegalArgumentException(
          "rounds and trials are 1 or more, not " + rounds + " and " + planned);
    }
    this.space = space;
    this.samplers = samplers;
    this.epochs = List.copyOf(epochs);
    this.planned = planned;
    this.rounds = Math.min(rounds, planned);
    this.separated = separated;
  }

  @Override
  public Optional<Suggestion> sample(History history, long trialSeed) {
    int number = history.trials().size();
    int round = round(number);
    boolean elsewhere = round > 0 && (number - first(round)) % ELSEWHERE == ELSEWHERE - 1;
    boolean begins = round > 0 && number == first(round);
    Zoom zoom = zoom(history, round);
    Region region = elsewhere ? Region.whole(space) : zoom.region();
    String origin =
        "round " + Math.min(round + 1, rounds) + (elsewhere ? ", whole space" : "") + ", ";
    List<String> reasons = begins ? zoom.reasons() : List.of();
    return samplers
        .apply(region)
        .sample(separated ? history.first(first(round)) : history, trialSeed)
        .map(said -> new Suggestion(said.configuration(), origin + said.origin(), reasons));
  }

  private Zoom zoom(History history, int round) {
    Zoom zoom = new Zoom(Region.whole(space), List.of());
    for (int next = 1; next <= round; next++) {
      zoom = zoom(history, zoom.region(), first(next));
    }
    return zoom;
  }

  private Zoom zoom(History history, Region from, int before) {
    History earlier = history.first(before);
    for (int i = epochs.size() - 1; i >= 0; i--) {
      List<Trial> ranked = earlier.rankedAt(epochs.get(i));
      if (ranked.size() > dimensions() || i == 0) {
        return Zoom.into(from, survivors(ranked), ranked.size());
      }
    }
    return new Zoom(from, List.of());
  }

  private static List<Configuration> survivors(List<Trial> ranked) {
    long most = Math.max(LEAST_SURVIVORS, Math.round(Math.ceil(SURVIVING * ranked.size())));
    return ranked.stream().limit(most).map(Trial::configuration).toList();
  }

  private long dimensions() {
    return space.hyperparameters().stream().filter(h -> !h.domain().isFixed()).count();
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
}
