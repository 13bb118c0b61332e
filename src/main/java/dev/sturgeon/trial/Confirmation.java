package dev.sturgeon.trial;

import java.util.List;
import java.util.Optional;

/**
 * A plan to train the best configurations of a search again: each with the same few fresh seeds, so
 * that they can be compared pair by pair. The first seed's runs come first, then the second's.
 *
 * @param candidates whose configurations, best first; one or more
 * @param first the place of the first run among the study's repeats
 * @param seeds how many runs each has, one or more
 * @param segmentEpochs most epochs of a segment, one or more
 * @param strict whether the verdict may not depend on how long anything took
 */
public record Confirmation(
    List<TrialId> candidates, int first, int seeds, int segmentEpochs, boolean strict) {

  /** Copies the list and checks the numbers. */
  public Confirmation {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty() || first < 0 || seeds < 1 || segmentEpochs < 1) {
      throw new IllegalArgumentException(
          "a confirmation has candidates, seeds and segmentEpochs, 1 or more each, not %s, %d and %d"
              .formatted(candidates, seeds, segmentEpochs));
    }
  }

  /** How many runs there are. */
  public int runs() {
    return candidates.size() * seeds;
  }

  /** The runs that have begun, by number; a live view. */
  public List<Trial> begun(History history) {
    List<Trial> repeats = history.repeats();
    return repeats.subList(
        Math.min(first, repeats.size()), Math.min(first + runs(), repeats.size()));
  }

  /** How many runs are over. */
  public int done(History history) {
    return (int) begun(history).stream().filter(run -> run.status().isOver()).count();
  }

  /** The run of a candidate with a seed, both counted from 0; empty before it begins. */
  public Optional<Trial> run(History history, int candidate, int seed) {
    List<Trial> begun = begun(history);
    int place = seed * candidates.size() + candidate;
    return place < begun.size() ? Optional.of(begun.get(place)) : Optional.empty();
  }

  /** The candidate of the run at this place, from 0. */
  public TrialId candidate(int place) {
    return candidates.get(place % candidates.size());
  }

  /** The seed of the run at this place, counted from 0; the same for all candidates. */
  public int seed(int place) {
    return place / candidates.size();
  }

  /** What trials draw from for a seed of this plan, which no other trial of the study has. */
  public long seedOf(int seed, long studySeed) {
    return Seeds.ofTrial(studySeed, TrialId.repeat(first + seed * candidates.size()));
  }
}
