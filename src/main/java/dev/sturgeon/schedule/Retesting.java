package dev.sturgeon.schedule;

import dev.sturgeon.sample.Sampler;
import dev.sturgeon.sample.Suggestion;
import dev.sturgeon.trial.Challenge;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Retest;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Seeds;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.TrialId;
import java.util.List;
import java.util.Optional;

/**
 * Re-tests a search's winner: trains all candidates with the selection seeds, then winner and
 * challenger with fresh ones, all to the end. The winner's fresh runs begin while the last of the
 * selection still train, so that no slot waits. Everything follows from the history.
 */
public final class Retesting implements Scheduler {
  private final Retest plan;
  private final Sampler sampler;
  private final long studySeed;

  /**
   * Of a plan.
   *
   * @param sampler says the fresh configurations
   * @param studySeed where the re-test's seeds come from
   */
  public Retesting(Retest plan, Sampler sampler, long studySeed) {
    this.plan = plan;
    this.sampler = sampler;
    this.studySeed = studySeed;
  }

  @Override
  public Optional<Step> next(History history, int slots) {
    Optional<Trial> paused =
        history.all().filter(run -> run.status() == Trial.Status.PAUSED).findFirst();
    if (paused.isPresent()) {
      Trial run = paused.get();
      return Optional.of(new Continue(run.id(), end(run.epoch()), ""));
    }
    if (history.trials().size() < plan.candidates()) {
      return candidate(history);
    }
    int place = history.repeats().size();
    if (place < plan.firstJudged()) {
      return Optional.of(select(place));
    }
    int seed = place - plan.firstJudged();
    if (seed < plan.seeds()) {
      return Optional.of(judge(new TrialId(0), seed));
    }
    Challenge challenge = new Challenge(plan, history);
    return seed < 2 * plan.seeds() && challenge.isSelected()
        ? challenge.challenger().map(other -> judge(other, seed - plan.seeds()))
        : Optional.empty();
  }

  private Optional<Step> candidate(History history) {
    int number = history.trials().size();
    List<Retest.Known> known = plan.known();
    Optional<Suggestion> suggestion =
        number < known.size()
            ? Optional.of(known(known.get(number), number))
            : sampler.sample(history, Seeds.ofTrial(studySeed, new TrialId(number)));
    return suggestion.map(
        said ->
            new Start(
                said.configuration(),
                plan.selectionSeed(0, studySeed),
                plan.maxEpochs(),
                end(0),
                said.origin(),
                said.reasons()));
  }

  private static Suggestion known(Retest.Known known, int number) {
    String what = number == 0 ? "the winner, trial " : "trial ";
    String where = known.study().isEmpty() ? " of the search" : " of " + known.study();
    return Suggestion.of(known.configuration(), what + known.trial() + where);
  }

  private Step select(int place) {
    int seed = 1 + place / plan.candidates();
    return again(
        new TrialId(place % plan.candidates()),
        plan.selectionSeed(seed, studySeed),
        "selection, seed %d of %d".formatted(seed + 1, plan.selectionSeeds()));
  }

  private Step judge(TrialId of, int seed) {
    return again(
        of,
        plan.judgingSeed(seed, studySeed),
        "judging, fresh seed %d of %d".formatted(seed + 1, plan.seeds()));
  }

  private Step again(TrialId of, long seed, String why) {
    return new Again(of, Role.RETEST, seed, end(0), "trial %s again: %s".formatted(of, why));
  }

  private int end(int epoch) {
    return new Budget(1, plan.maxEpochs(), plan.segmentEpochs())
        .segmentEnd(epoch, plan.maxEpochs());
  }

  /** Everything follows from the history. */
  @Override
  public void update(Trial trial) {}

  @Override
  public Optional<String> objection(History history, Order order) {
    return Optional.of("this is a re-test of configurations as they are");
  }
}
