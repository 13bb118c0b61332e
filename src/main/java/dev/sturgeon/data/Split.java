package dev.sturgeon.data;

import dev.sturgeon.data.SplitRule.Part;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A {@link SplitRule} applied to the rows there are: rows of the same hash never straddle two
 * parts.
 *
 * <p>The rule alone sees to that within a class. Rows of the same hash but different classes, where
 * the classes' thresholds disagree about them, are joined here: all go to the first of their parts
 * in the order train, dev, test. So a row that was ever trained on is never judged on later.
 *
 * @param rule the frozen rule
 * @param joined the parts of hashes that the rule alone would tear apart
 */
public record Split(SplitRule rule, Map<Long, Part> joined) implements Serializable {

  /** Copies the map. */
  public Split {
    joined = Map.copyOf(joined);
  }

  /** Applies a rule to rows, given their classes and hashes. */
  public static Split of(SplitRule rule, String[] labels, long[] hashes) {
    Set<Long> repeated = repeated(hashes);
    Map<Long, Part> first = new HashMap<>();
    Set<Long> torn = new HashSet<>();
    for (int i = 0; i < hashes.length; i++) {
      if (repeated.contains(hashes[i])) {
        Part part = rule.part(labels[i], hashes[i]);
        Part before = first.putIfAbsent(hashes[i], part);
        if (before != null && before != part) {
          torn.add(hashes[i]);
          first.put(hashes[i], before.compareTo(part) < 0 ? before : part);
        }
      }
    }
    first.keySet().retainAll(torn);
    return new Split(rule, first);
  }

  /** The part of a row of this class with this hash. */
  public Part part(String label, long hash) {
    Part part = joined.isEmpty() ? null : joined.get(hash);
    return part == null ? rule.part(label, hash) : part;
  }

  private static Set<Long> repeated(long[] hashes) {
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    Set<Long> repeated = new HashSet<>();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        repeated.add(sorted[i]);
      }
    }
    return repeated;
  }
}
