package dev.sturgeon.panda;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.SearchSpace;
import dev.sturgeon.space.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A search space and what nudges can make of its configurations: what is fixed there may have
 * another value, if a nudge could set it.
 *
 * @param space what there is without nudges
 */
public record NudgedSpace(SearchSpace space) {

  /** The same values without those that only a nudge can have set: these as they are fixed. */
  public SortedMap<String, Value> plain(Map<String, Value> values) {
    SortedMap<String, Value> plain = new TreeMap<>(values);
    nudged(values).forEach(h -> plain.put(h.name(), h.defaultValue()));
    return plain;
  }

  /** The names of the values that only a nudge can have set. */
  public List<String> nudges(Map<String, Value> values) {
    return nudged(values).stream().map(Hyperparameter::name).toList();
  }

  private List<Hyperparameter> nudged(Map<String, Value> values) {
    Knobs knobs = new Knobs(space);
    Configuration all = Configuration.of(values);
    return space.hyperparameters().stream()
        .filter(h -> all.has(h.name()) && h.domain().isFixed())
        .filter(h -> !h.domain().contains(all.get(h.name())))
        .filter(h -> knobs.problems(all, Map.of(h.name(), all.get(h.name()))).isEmpty())
        .toList();
  }

  /** What forbids to {@link #complete} values, by the name of each wrong one. */
  public SortedMap<String, String> problems(Map<String, Value> values) {
    return space.problems(plain(values));
  }

  /**
   * The configuration of some values, and of the default of every hyperparameter that is not among
   * them.
   *
   * @throws IllegalArgumentException if there are {@link #problems} with the values
   */
  public Configuration complete(Map<String, Value> values) {
    SortedMap<String, Value> changes = new TreeMap<>(values);
    changes.keySet().retainAll(nudges(values));
    return space.complete(plain(values)).with(changes);
  }
}
