package dev.sturgeon.schedule;

import dev.sturgeon.schedule.Scheduler.Branch;
import dev.sturgeon.schedule.Scheduler.Change;
import dev.sturgeon.schedule.Scheduler.Continue;
import dev.sturgeon.schedule.Scheduler.Hold;
import dev.sturgeon.schedule.Scheduler.Start;
import dev.sturgeon.schedule.Scheduler.Step;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Role;
import dev.sturgeon.trial.Segment;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a person has ordered of a babysat model, and what is still to be done of it. */
final class StandingOrders {
  private final History history;
  private final Trial current;

  /** Those in a history, for the trial that is babysat now. */
  StandingOrders(History history, Trial current) {
    this.history = history;
    this.current = current;
  }

  /** The same step, but that its segment ends before, where an order is for an epoch between. */
  static Step endingInTime(Step step, History history) {
    if (step instanceof Start start) {
      return new Start(
          start.configuration(),
          start.seed(),
          start.maxEpochs(),
          end(history, 0, start.toEpoch()),
          start.origin(),
          start.reasons());
    }
    if (step instanceof Branch branch) {
      int end = end(history, branch.epoch(), branch.toEpoch());
      return new Branch(branch.parent(), branch.epoch(), branch.role(), branch.nudge(), end);
    }
    if (step instanceof Continue on) {
      int end = end(history, history.get(on.trial()).epoch(), on.toEpoch());
      return new Continue(on.trial(), end, on.why());
    }
    return step;
  }

  /** As {@link Scheduler#endAgain}: an order that is due is obeyed where the segment began. */
  static int endAgain(Segment lost, History history) {
    boolean due =
        history.openOrders().stream()
            .anyMatch(
                order -> order.kind() != Order.Kind.NUDGE || order.epoch() <= lost.fromEpoch());
    return due ? lost.fromEpoch() : end(history, lost.fromEpoch(), lost.toEpoch());
  }

  private static int end(History history, int epoch, int end) {
    return history.openOrders().stream()
        .filter(order -> order.kind() == Order.Kind.NUDGE)
        .mapToInt(Order::epoch)
        .filter(ordered -> ordered > epoch && ordered < end)
        .min()
        .orElse(end);
  }

  /** Nothing, as long as a pause is ordered: a model that is done does not end either. */
  Optional<Step> hold() {
    return history.pause().map(pause -> new Hold(pause.holding()));
  }

  /**
   * The next order that can be obeyed now.
   *
   * @param branch begins a trial from the current one's checkpoint
   */
  Optional<Step> obey(BiFunction<Role, Nudge, Step> branch) {
    return history.openOrders().stream().flatMap(order -> obey(order, branch).stream()).findFirst();
  }

  private Optional<Step> obey(Order order, BiFunction<Role, Nudge, Step> branch) {
    boolean paused = current.status() == Status.PAUSED;
    if (order.kind() == Order.Kind.NUDGE && paused && current.epoch() >= order.epoch()) {
      return Optional.of(new Change(current.id(), nudge(order, current.epoch())));
    }
    boolean stands = current.status() != Status.RUNNING;
    return order.kind() == Order.Kind.ROLLBACK && stands
        ? Optional.of(branch.apply(Role.SEARCH, nudge(order, lastSavedUpTo(order.epoch()))))
        : Optional.empty();
  }

  private int lastSavedUpTo(int epoch) {
    return current.past().saved().stream()
        .mapToInt(saved -> saved.latest().epoch())
        .filter(saved -> saved <= epoch)
        .max()
        .orElse(0);
  }

  private Nudge nudge(Order order, int epoch) {
    String asked = order.kind() == Order.Kind.ROLLBACK ? "back to epoch " + epoch : "";
    String why = asked + (asked.isEmpty() || order.why().isEmpty() ? "" : ": ") + order.why();
    return Nudge.of(epoch, current.configurationAt(epoch), order.values(), order.by(), why)
        .obeying(order);
  }
}
