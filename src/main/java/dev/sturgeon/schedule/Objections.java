package dev.sturgeon.schedule;

import dev.sturgeon.panda.Knobs;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Trial;
import dev.sturgeon.trial.Trial.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a panda cannot obey an order.
 *
 * @param history its study
 * @param current the model as it is now
 * @param goesOn whether it trains on without a further order
 * @param knobs what can change
 */
record Objections(History history, Trial current, boolean goesOn, Knobs knobs) {

  private static final int MOST_NAMED = 10;

  /** All that is wrong with it, in a sentence; empty where nothing is. */
  Optional<String> to(Order order) {
    if (!isPossible(order.kind())) {
      return Optional.of(Family.isBroken(current) ? lost() : over());
    }
    List<String> wrong =
        Stream.concat(
                knobs.problems(configuration(order), order.values()).stream(),
                epoch(order).stream())
            .toList();
    return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
  }

  /** What it changes. */
  private Configuration configuration(Order order) {
    return order.kind() == Order.Kind.ROLLBACK
        ? current.configurationAt(order.epoch())
        : current.configuration();
  }

  /** Of a model that is over: back, and while it has not ended yet, to wait with that. */
  private boolean isPossible(Order.Kind kind) {
    boolean back =
        history.openOrders().stream().anyMatch(open -> open.kind() == Order.Kind.ROLLBACK);
    boolean waits = history.pause().isPresent();
    boolean done = current.status() == Status.COMPLETED;
    return goesOn
        || back
        || switch (kind) {
          case NUDGE -> false;
          case ROLLBACK -> done || waits || Family.isBroken(current);
          case PAUSE -> done || waits;
          case RESUME -> waits;
        };
  }

  private String over() {
    return "the model is over, after epoch %d of %d: nothing of it trains any more"
        .formatted(current.epoch(), current.maxEpochs());
  }

  private String lost() {
    return "the model is lost: %s; only --rollback EPOCH goes on, and with --set otherwise than before"
        .formatted(new Loss(history, current).text());
  }

  private Optional<String> epoch(Order order) {
    if (order.kind() == Order.Kind.NUDGE && order.epoch() >= current.maxEpochs()) {
      return Optional.of(
          "epoch %d never comes: the model trains for %d"
              .formatted(order.epoch(), current.maxEpochs()));
    }
    if (order.kind() != Order.Kind.ROLLBACK || order.epoch() == 0) {
      return Optional.empty();
    }
    List<Integer> saved =
        current.past().saved().stream()
            .map(checkpoints -> checkpoints.latest().epoch())
            .filter(epoch -> epoch < current.maxEpochs())
            .toList();
    return saved.contains(order.epoch())
        ? Optional.empty()
        : Optional.of(
            "there is no checkpoint of epoch %d to go on from; there are those of %s, and 0 begins anew"
                .formatted(order.epoch(), nearest(saved, order.epoch())));
  }

  /** A panda may have thousands. */
  private static String nearest(List<Integer> epochs, int wanted) {
    List<Integer> some =
        epochs.stream()
            .sorted(Comparator.comparingInt(epoch -> Math.abs(epoch - wanted)))
            .limit(MOST_NAMED)
            .sorted()
            .toList();
    int more = epochs.size() - some.size();
    return some + (more > 0 ? " and " + more + " others" : "");
  }
}
