package dev.sturgeon.trial;

import dev.sturgeon.space.Configuration;
import java.util.List;

/**
 * A plan to re-test a finished search's winner. In a study of its own, known configurations and
 * fresh ones are trained with the same few selection seeds; the best of them on average that is not
 * the winner is the challenger. Then winner and challenger are trained with the same judging seeds,
 * which had no say in the choice.
 *
 * <p>The first selection seed's runs are the study's trials 0, 1, …, the known configurations
 * first. Its repeats are the other selection seeds' runs, then the winner's judging runs, then the
 * challenger's.
 *
 * @param known configurations of the search, the winner first; one or more
 * @param fresh how many further ones are sampled, 0 or more
 * @param selectionSeeds with how many seeds the challenger is chosen, one or more
 * @param seeds with how many seeds it is judged, two or more
 * @param maxEpochs every run's whole budget
 * @param segmentEpochs most epochs of a segment
 * @param minGain a gain up to this is not worth a new search, in the metric's unit; 0 or more
 * @param changed whether the data are not those of the search
 * @param before what the winner was worth then
 */
public record Retest(
    List<Known> known,
    int fresh,
    int selectionSeeds,
    int seeds,
    int maxEpochs,
    int segmentEpochs,
    double minGain,
    boolean changed,
    Before before) {

  /**
   * A configuration of a search.
   *
   * @param study the name of the study, where it is not the one whose winner is tested; else empty
   * @param trial whose it was there
   */
  public record Known(String study, TrialId trial, Configuration configuration) {}

  /**
   * What the winner was worth when it was found.
   *
   * @param values its dev values, a run each: of its confirmation, else the single one by which the
   *     search chose it, which flatters
   * @param error standard error of a dev figure then, for want of examples
   * @param errorNow the same on the data of the re-test
   */
  public record Before(List<Double> values, double error, double errorNow) {
    /** Copies the list. */
    public Before {
      values = List.copyOf(values);
    }
  }

  /** Copies the list and checks the numbers. */
  public Retest {
    known = List.copyOf(known);
    if (known.isEmpty() || fresh < 0 || selectionSeeds < 1 || seeds < 2 || !(minGain >= 0)) {
      throw new IllegalArgumentException(
          "a re-test has known configurations, fresh 0 or more, selectionSeeds 1 or more, seeds 2 or"
              + " more and minGain 0 or more, not %d, %d, %d, %d and %s"
                  .formatted(known.size(), fresh, selectionSeeds, seeds, minGain));
    }
  }

  /** How many configurations there are to choose from, the winner included. */
  public int candidates() {
    return known.size() + fresh;
  }

  /** How many runs there are, with a challenger. */
  public int runs() {
    return candidates() * selectionSeeds + 2 * seeds;
  }

  /** How many runs are over. */
  public int done(History history) {
    return (int) history.all().filter(run -> run.status().isOver()).count();
  }

  /** The place among the repeats of the winner's first judging run. */
  public int firstJudged() {
    return candidates() * (selectionSeeds - 1);
  }

  /** What all candidates draw from with a selection seed, counted from 0. */
  public long selectionSeed(int seed, long studySeed) {
    return Seeds.ofTrial(studySeed, TrialId.repeat(seed));
  }

  /** What winner and challenger draw from with a judging seed, counted from 0. */
  public long judgingSeed(int seed, long studySeed) {
    return Seeds.ofTrial(studySeed, TrialId.repeat(selectionSeeds + seed));
  }
}
