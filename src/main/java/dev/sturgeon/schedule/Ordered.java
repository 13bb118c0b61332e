package dev.sturgeon.schedule;

import dev.sturgeon.space.Value;
import dev.sturgeon.trial.History;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Trial;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values that people have ordered of a babysat model, whoever has changed them since.
 *
 * @param current the model as it is now
 */
record Ordered(History history, Trial current) {

  /** Those that have come into force after so many epochs: a way back to there loses them. */
  SortedMap<String, Value> after(int epoch) {
    SortedMap<String, Value> ordered = new TreeMap<>();
    for (Nudge nudge : current.past().nudges()) {
      if (nudge.epoch() > epoch) {
        nudge
            .values()
            .forEach(
                (name, value) -> {
                  if (nudge.order() > 0 || isKept(nudge, name, value)) {
                    ordered.put(name, value);
                  }
                });
      }
    }
    return ordered;
  }

  /** Whether a nudge, by which a rule went back, has kept what was ordered after its epoch. */
  private boolean isKept(Nudge back, String name, Value value) {
    return history.trials().stream()
        .flatMap(trial -> trial.past().nudges().stream())
        .filter(nudge -> nudge.order() > 0 && nudge.epoch() > back.epoch())
        .anyMatch(
            nudge -> nudge.values().containsKey(name) && value.sameAs(nudge.values().get(name)));
  }
}
