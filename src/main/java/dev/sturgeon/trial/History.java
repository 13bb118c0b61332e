package dev.sturgeon.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All trials of a study so far, by number. Those that train a found configuration again are kept
 * apart: no ranking, count or best has them.
 *
 * <p>Belongs to one thread, the study loop's.
 */
public final class History {
  private final Objective objective;
  private final List<Trial> trials = new ArrayList<>();
  private final List<Trial> repeats = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private Optional<Trial> best = Optional.empty();
  private Optional<Trial> leader = Optional.empty();

  /** An empty history of a study with this objective. */
  public History(Objective objective) {
    this.objective = objective;
  }

  /** The search's trials, by number; a live view. */
  public List<Trial> trials() {
    return Collections.unmodifiableList(trials);
  }

  /** The trials that train a found configuration again, by number; a live view. */
  public List<Trial> repeats() {
    return Collections.unmodifiableList(repeats);
  }

  /** The search's trials, then the repeats. */
  public Stream<Trial> all() {
    return Stream.concat(trials.stream(), repeats.stream());
  }

  /** One trial, be it a repeat or not. */
  public Trial get(TrialId id) {
    return of(id).get(id.place());
  }

  private List<Trial> of(TrialId id) {
    return id.isRepeat() ? repeats : trials;
  }

  /** What people have asked for so far, in the order in which it was taken in; a live view. */
  public List<Order> orders() {
    return Collections.unmodifiableList(orders);
  }

  /**
   * What people have asked for and no trial has come to obey, in the order in which it was taken
   * in: changes, the last way back, which supersedes those before it, and a pause as long as it
   * holds.
   */
  public List<Order> openOrders() {
    return orders.stream().filter(this::isOpen).toList();
  }

  /** The pause that holds. */
  public Optional<Order> pause() {
    return last(Order.Kind.PAUSE, Order.Kind.RESUME)
        .filter(order -> order.kind() == Order.Kind.PAUSE);
  }

  private boolean isOpen(Order order) {
    return switch (order.kind()) {
      case NUDGE -> !isObeyed(order);
      case ROLLBACK ->
          last(Order.Kind.ROLLBACK).filter(order::equals).isPresent() && !isObeyed(order);
      case PAUSE -> pause().filter(order::equals).isPresent();
      case RESUME -> false;
    };
  }

  private Optional<Order> last(Order.Kind... kinds) {
    return orders.stream()
        .filter(order -> List.of(kinds).contains(order.kind()))
        .reduce((a, b) -> b);
  }

  private boolean isObeyed(Order order) {
    return trials.stream()
        .flatMap(trial -> trial.past().nudges().stream())
        .anyMatch(nudge -> nudge.order() == order.number());
  }

  /** Takes in what a person asks for. */
  public void take(Order order) {
    orders.add(order);
  }

  /** Adds the next trial, whose number must be the next, or replaces one by its later state. */
  public void put(Trial trial) {
    List<Trial> kind = of(trial.id());
    if (trial.id().place() == kind.size()) {
      kind.add(trial);
    } else {
      kind.set(trial.id().place(), trial);
    }
    if (best.filter(former -> former.id().equals(trial.id())).isPresent()) {
      // It may have been taken up again.
      best = ranked().stream().filter(ranked -> ranked.status().isOver()).findFirst();
    } else if (mayLead(trial)) {
      best = Optional.of(best.filter(former -> !beats(trial, former)).orElse(trial));
    }
    Optional<Trial> itself = leader.filter(former -> former.id().equals(trial.id()));
    if (itself.filter(former -> !isRanked(trial) || beats(former, trial)).isPresent()) {
      leader = ranked().stream().findFirst();
    } else if (itself.isPresent()) {
      leader = Optional.of(trial);
    } else if (isRanked(trial)) {
      leader = Optional.of(leader.filter(former -> !beats(trial, former)).orElse(trial));
    }
  }

  /**
   * The search trial with the best value so far, be it over or not: that of a network on disk. Ties
   * go to the lower loss, then number.
   */
  public Optional<Trial> leader() {
    return leader;
  }

  /** How many trials have this status. */
  public int count(Trial.Status status) {
    return (int) trials.stream().filter(trial -> trial.status() == status).count();
  }

  /**
   * The search trial with the best value among those that are over; ties go to the lower loss, then
   * number.
   *
   * <p>A trial that was stopped from outside counts like a completed one: its value is that of a
   * network that exists. Diverged and failed trials have no value, and one that is not finite never
   * leads, even where it is the only one.
   */
  public Optional<Trial> best() {
    return best;
  }

  /** Search trials with a finite value, best first; ties go to the lower loss, then number. */
  public List<Trial> ranked() {
    return trials.stream()
        .filter(History::isRanked)
        .sorted((a, b) -> beats(a, b) ? -1 : beats(b, a) ? 1 : 0)
        .toList();
  }

  /** The trials of the highest numbers, at most so many; a live view. */
  public List<Trial> newest(int most) {
    return trials().subList(Math.max(0, trials.size() - most), trials.size());
  }

  /** The history of the first so many trials, as they are now. */
  public History first(int count) {
    History earlier = new History(objective);
    trials.stream().limit(count).forEach(earlier::put);
    orders.forEach(earlier::take);
    return earlier;
  }

  /**
   * Search trials with a finite result at an epoch, best first. A trial that ended by its own
   * patience before keeps its value.
   */
  public List<Trial> rankedAt(int epoch) {
    return rankedAt(epoch, trials.size());
  }

  /** The same among the first so many trials. */
  public List<Trial> rankedAt(int epoch, int count) {
    record At(Trial trial, Scores scores) {}
    return trials.stream()
        .limit(count)
        .filter(trial -> trial.role().competes())
        .flatMap(trial -> trial.scoresAt(epoch).stream().map(scores -> new At(trial, scores)))
        .filter(at -> at.scores().isFinite())
        .sorted(
            (a, b) ->
                objective.isBetter(a.scores(), b.scores())
                    ? -1
                    : objective.isBetter(b.scores(), a.scores()) ? 1 : 0)
        .map(At::trial)
        .toList();
  }

  /** What the study optimises. */
  public Objective objective() {
    return objective;
  }

  private static boolean mayLead(Trial trial) {
    return trial.status().isOver() && isRanked(trial);
  }

  private static boolean isRanked(Trial trial) {
    return trial.role().competes() && trial.scores().filter(Scores::isFinite).isPresent();
  }

  private boolean beats(Trial a, Trial b) {
    Scores mine = a.scores().orElseThrow();
    Scores theirs = b.scores().orElseThrow();
    if (objective.isBetter(mine, theirs)) {
      return true;
    }
    return !objective.isBetter(theirs, mine) && a.id().compareTo(b.id()) < 0;
  }
}
