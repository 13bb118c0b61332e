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
 * Looks in rounds, each in a smaller region around the best of the rounds before (Ng, Improving
 * Deep Neural Networks, week 3: "coarse to fine").
 *
 * <p>The first round has the whole space. Each later one zooms in around the survivors, the best
 * max(5, 20 %) of the earlier rounds' trials at the highest rung that has at least one result more
 * than the space has hyperparameters; see {@link Zoom}. Where no rung has, it looks where the round
 * before did. Every third trial after the first round still comes from the whole space, so that a
 * wrong first guess can be left. Trials beyond the plan go on with the last round, in a region
 * around the best of all that were planned.
 *
 * <p>A round begins with its first trial's number, whether or not the earlier ones' trials are
 * over: its region follows from what they have shown so far, and still moves as they show more;
 * what it says of itself is how it begins. Where rounds are separated by the scheduler, it thus
 * follows from their final results, and a round's trials learn nothing from one another.
 */
public final class CoarseToFine implements Sampler {
  private static final int LEAST_SURVIVORS = 5;
  private static final double SURVIVING = 0.2;
  private static final int ELSEWHERE = 3;

  private final SearchSpace space;
  private final Function<Region, Sampler> samplers;
  private final List<Integer> epochs;
  private final Rounds rounds;
  private final boolean separated;

  /**
   * A sampler of this many rounds.
   *
   * @param samplers makes a sampler of a region
   * @param epochs where trials can be compared, ascending; the last is the whole budget
   * @param rounds which trials form which round
   * @param separated whether a region's sampler is shown earlier rounds only: one that learns would
   *     otherwise say what depends on who in the round comes first
   */
  public CoarseToFine(
      SearchSpace space,
      Function<Region, Sampler> samplers,
      List<Integer> epochs,
      Rounds rounds,
      boolean separated) {
    this.space = space;
    this.samplers = samplers;
    this.epochs = List.copyOf(epochs);
    this.rounds = rounds;
    this.separated = separated;
  }

  @Override
  public Optional<Suggestion> sample(History history, long trialSeed) {
    int number = history.trials().size();
    int round = rounds.of(number);
    boolean elsewhere = round > 0 && (number - rounds.first(1)) % ELSEWHERE == ELSEWHERE - 1;
    boolean begins = round > 0 && round < rounds.count() && number == rounds.first(round);
    Zoom zoom = zoom(history, Math.min(round, rounds.count()));
    Region region = elsewhere ? Region.whole(space) : zoom.region();
    String origin =
        "round " + Math.min(round + 1, rounds.count()) + (elsewhere ? ", whole space" : "") + ", ";
    List<String> reasons = begins ? zoom.reasons() : List.of();
    return samplers
        .apply(region)
        .sample(separated ? history.first(rounds.first(round)) : history, trialSeed)
        .map(said -> new Suggestion(said.configuration(), origin + said.origin(), reasons));
  }

  private Zoom zoom(History history, int round) {
    Zoom zoom = new Zoom(Region.whole(space), List.of());
    for (int next = 1; next <= round; next++) {
      zoom = zoom(history, zoom.region(), rounds.first(next));
    }
    return zoom;
  }

  private Zoom zoom(History history, Region from, int before) {
    for (int i = epochs.size() - 1; i >= 0; i--) {
      List<Trial> ranked = history.rankedAt(epochs.get(i), before);
      if (ranked.size() > dimensions()) {
        List<Trial> earlier = history.trials().subList(0, before);
        int of = ranked.size() + (int) earlier.stream().filter(Trial::hasFailedItself).count();
        return Zoom.into(from, survivors(ranked, of), of);
      }
    }
    return new Zoom(from, List.of());
  }

  /** Of so many, those among them that have no result by their own fault. */
  private static List<Configuration> survivors(List<Trial> ranked, int of) {
    long most = Math.max(LEAST_SURVIVORS, Math.round(Math.ceil(SURVIVING * of)));
    return ranked.stream().limit(most).map(Trial::configuration).toList();
  }

  private long dimensions() {
    return space.hyperparameters().stream().filter(h -> !h.domain().isFixed()).count();
  }
}
