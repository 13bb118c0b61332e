package dev.sturgeon.trial;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a trial came where it is.
 *
 * @param fromEpoch how many epochs it took over from its parent; 0 for none
 * @param saved what it had on disk after each of its segments, in order, its parent's before it; a
 *     study that keeps only the last ones has discarded the others
 * @param nudges what was changed as it trained, in order, its parent's before it
 */
public record Past(int fromEpoch, List<Checkpoints> saved, List<Nudge> nudges) {
  /** That of a trial without a parent, at its birth. */
  public static final Past NONE = new Past(0, List.of(), List.of());

  /** Copies the lists. */
  public Past {
    saved = List.copyOf(saved);
    nudges = List.copyOf(nudges);
  }

  /** What was on disk after so many epochs; empty where no segment ended there. */
  public Optional<Checkpoints> at(int epoch) {
    return saved.stream().filter(checkpoints -> checkpoints.latest().epoch() == epoch).findFirst();
  }

  /** What a trial takes over that branches off after so many epochs. */
  Past until(int epoch) {
    return new Past(
        epoch,
        saved.stream().filter(checkpoints -> checkpoints.latest().epoch() <= epoch).toList(),
        nudges.stream().filter(nudge -> nudge.epoch() <= epoch).toList());
  }

  /** What a configuration was before the changes made after so many epochs. */
  Configuration undone(Configuration now, int epoch) {
    SortedMap<String, Value> values = new TreeMap<>(now.values());
    for (int i = nudges.size() - 1; i >= 0 && nudges.get(i).epoch() > epoch; i--) {
      values.keySet().removeAll(nudges.get(i).values().keySet());
      values.putAll(nudges.get(i).before());
    }
    return new Configuration(values);
  }

  Past saved(Checkpoints checkpoints) {
    return new Past(fromEpoch, with(saved, checkpoints), nudges);
  }

  Past nudged(Nudge nudge) {
    return new Past(fromEpoch, saved, with(nudges, nudge));
  }

  /** Without what nobody will go back to. */
  Past unsaved() {
    return new Past(fromEpoch, List.of(), nudges);
  }

  private static <T> List<T> with(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
