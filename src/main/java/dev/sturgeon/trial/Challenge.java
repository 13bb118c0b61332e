package dev.sturgeon.trial;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a re-test's selection stands, and its judging runs: a view of the history.
 *
 * @param plan the re-test
 * @param history its runs so far
 */
public record Challenge(Retest plan, History history) {

  /** Whether every run of the selection is over. */
  public boolean isSelected() {
    return history.trials().size() == plan.candidates()
        && history.repeats().size() >= plan.firstJudged()
        && selection().allMatch(run -> run.status().isOver());
  }

  private Stream<Trial> selection() {
    return Stream.concat(
        history.trials().stream(), history.repeats().stream().limit(plan.firstJudged()));
  }

  /**
   * The challenger: of those but the winner that have a value with every selection seed, the one of
   * the best mean; ties go to the lower loss, then the lower number. Empty where there is none.
   */
  public Optional<TrialId> challenger() {
    return IntStream.range(1, history.trials().size())
        .boxed()
        .filter(candidate -> runs(candidate).allMatch(Runs::isWhole))
        .min(Comparator.comparing(this::mean, this::compare))
        .map(TrialId::new);
  }

  private Stream<Trial> runs(int candidate) {
    List<Trial> repeats = history.repeats();
    return Stream.concat(
        Stream.of(history.trials().get(candidate)),
        IntStream.range(0, plan.selectionSeeds() - 1)
            .map(seed -> seed * plan.candidates() + candidate)
            .filter(place -> place < repeats.size())
            .mapToObj(repeats::get));
  }

  private Scores mean(int candidate) {
    List<Scores> all = runs(candidate).map(run -> run.scores().orElseThrow()).toList();
    return new Scores(
        all.stream().mapToDouble(Scores::loss).average().orElseThrow(),
        all.stream().mapToDouble(Scores::metric).average().orElseThrow());
  }

  private int compare(Scores a, Scores b) {
    return history.objective().isBetter(a, b) ? -1 : history.objective().isBetter(b, a) ? 1 : 0;
  }

  /** The winner's judging runs so far, by seed. */
  List<Trial> ofWinner() {
    return judged(0);
  }

  /** The challenger's judging runs so far, by seed. */
  List<Trial> ofChallenger() {
    return judged(plan.seeds());
  }

  private List<Trial> judged(int from) {
    return history.repeats().stream()
        .skip(plan.firstJudged() + (long) from)
        .limit(plan.seeds())
        .toList();
  }
}
