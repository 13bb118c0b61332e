package dev.sturgeon.schedule;

import dev.sturgeon.panda.Knobs;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.Value;
import dev.sturgeon.trial.Nudge;
import dev.sturgeon.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Small changes of one hyperparameter, at random; a pure function of the trial's seed and epoch.
 * Fewer than asked for where a change would come out as none, or cannot be made.
 */
final class RandomNudges {
  /** How far, as a share of the domain on its scale. */
  private static final double REACH = 0.15;

  private RandomNudges() {}

  static List<Nudge> of(Trial trial, Knobs knobs, int count) {
    List<Hyperparameter> free =
        knobs.space().hyperparameters().stream()
            .filter(h -> !h.domain().isFixed() && isKnob(trial, knobs, h))
            .toList();
    Random random = new Random(trial.seed() * 31 + trial.epoch());
    List<Nudge> nudges = new ArrayList<>();
    for (int i = 0; i < count && !free.isEmpty(); i++) {
      Hyperparameter chosen = free.get(random.nextInt(free.size()));
      double unit = chosen.domain().unitOf(trial.configuration().get(chosen.name()));
      double moved = Math.max(0, Math.min(1, unit + (random.nextDouble() * 2 - 1) * REACH));
      Value value = chosen.domain().at(moved);
      if (canBe(trial, knobs, chosen, value)
          && !value.sameAs(trial.configuration().get(chosen.name()))) {
        SortedMap<String, Value> values = new TreeMap<>(Map.of(chosen.name(), value));
        nudges.add(
            Nudge.of(
                trial.epoch(), trial.configuration(), values, "random", "something at random"));
      }
    }
    return nudges;
  }

  private static boolean isKnob(Trial trial, Knobs knobs, Hyperparameter h) {
    return trial.configuration().has(h.name())
        && canBe(trial, knobs, h, trial.configuration().get(h.name()));
  }

  private static boolean canBe(Trial trial, Knobs knobs, Hyperparameter h, Value value) {
    return knobs.problems(trial.configuration(), Map.of(h.name(), value)).isEmpty();
  }
}
