package dev.sturgeon.schedule;

import dev.sturgeon.panda.Knobs;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.Order;
import dev.sturgeon.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a panda cannot obey an order.
 *
 * @param current the model as it is now
 * @param knobs what can change
 */
record Objections(Trial current, Knobs knobs) {

  /** All that is wrong with it, in a sentence; empty where nothing is. */
  Optional<String> to(Order order) {
    if (current.status().isOver() && !Family.isLost(current)) {
      return Optional.of(
          "the model is over, after epoch %d of %d: nothing of it trains any more"
              .formatted(current.epoch(), current.maxEpochs()));
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
        current.past().saved().stream().map(checkpoints -> checkpoints.latest().epoch()).toList();
    return saved.contains(order.epoch())
        ? Optional.empty()
        : Optional.of(
            "there is no checkpoint of epoch %d; there are those of %s, and 0 begins anew"
                .formatted(order.epoch(), saved));
  }
}
