package dev.sturgeon.schedule;

import dev.sturgeon.sample.Rounds;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Objective;
import dev.sturgeon.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Successive halving in brackets (Jamieson and Talwalkar, Non-stochastic best arm identification
 * and hyperparameter optimization, 2016): all trials of a bracket train to the first rung; when the
 * last one is there, the best 1/eta go on to the next and the others are dropped.
 *
 * <p>Who goes on follows from results alone, not from when they came. Where brackets are separated,
 * the next one begins when the last one is over, and the whole search is the same at any number of
 * slots, at the price of slots that wait; else they begin as slots become free.
 */
public final class SuccessiveHalving implements Scheduler {
  private final Births births;
  private final Objective objective;
  private final double eta;
  private final List<Integer> epochs;
  private final Rounds rounds;
  private final boolean separated;
  private final List<Bracket> brackets = new ArrayList<>();

  /**
   * A search over these trials.
   *
   * @param eta one of so many goes on, above 1
   * @param epochs where the rungs are: {@link Ladder#epochs}
   * @param rounds which trials form which bracket
   * @param separated whether a bracket begins only when the last one is over
   */
  public SuccessiveHalving(
      Births births,
      Objective objective,
      double eta,
      List<Integer> epochs,
      Rounds rounds,
      boolean separated) {
    this.births = births;
    this.objective = objective;
    this.eta = eta;
    this.epochs = epochs;
    this.rounds = rounds;
    this.separated = separated;
  }

  @Override
  public Optional<Step> next(History history, int slots) {
    return brackets.stream()
        .filter(bracket -> !bracket.isOver())
        .flatMap(bracket -> bracket.next(history).stream())
        .findFirst()
        .or(() -> start(history));
  }

  private Optional<Step> start(History history) {
    int number = history.trials().size();
    boolean waits =
        separated && brackets.stream().limit(rounds.of(number)).anyMatch(b -> !b.isOver());
    return waits ? Optional.empty() : births.next(history, epochs.get(0));
  }

  @Override
  public void update(Trial trial) {
    int number = rounds.of(trial.id().number());
    while (brackets.size() <= number) {
      int first = rounds.first(brackets.size());
      int end = Math.min(rounds.first(brackets.size() + 1), births.budget().trials());
      Shares shares = Shares.even(eta, epochs.size() - 1);
      Halving halving = new Halving(objective, shares, epochs, births.budget());
      brackets.add(new Bracket(halving, end - first, eta));
    }
    brackets.get(number).update(trial);
  }
}
