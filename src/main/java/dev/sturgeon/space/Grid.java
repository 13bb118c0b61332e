package dev.sturgeon.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The points of a full grid over a search space.
 *
 * <p>Categorical hyperparameters take all their choices. Each numeric one takes as many levels,
 * evenly spread on its own scale, as the number of points allows: the same number for all, then,
 * from the first hyperparameter on, one more where that still fits. A hyperparameter that a point's
 * other values make inactive is absent there, so that no two points are the same. Immutable.
 */
public final class Grid {
  private final SearchSpace space;
  private final List<List<Value>> levels;

  private Grid(SearchSpace space, List<List<Value>> levels) {
    this.space = space;
    this.levels = levels;
  }

  /**
   * The finest grid of at most this many points. Where the choices alone make more, the grid has
   * more: one level of each numeric hyperparameter.
   *
   * @param most 1 or more
   */
  public static Grid of(SearchSpace space, int most) {
    int[] each = new int[space.dimension()];
    int low = 1;
    int high = most;
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      Arrays.fill(each, middle);
      if (with(space, each).fits(most)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Arrays.fill(each, low);
    for (int i = 0; i < each.length; i++) {
      each[i]++;
      each[i] -= with(space, each).fits(most) ? 0 : 1;
    }
    return with(space, each);
  }

  private static Grid with(SearchSpace space, int[] each) {
    return new Grid(
        space,
        IntStream.range(0, each.length)
            .mapToObj(i -> space.hyperparameters().get(i).domain().levels(each[i]))
            .toList());
  }

  private boolean fits(int most) {
    return points(most + 1L).size() <= most;
  }

  /** All points; the last hyperparameter changes first. */
  public List<Configuration> points() {
    return points(Long.MAX_VALUE);
  }

  private List<Configuration> points(long most) {
    List<Configuration> points = new ArrayList<>();
    collect(new HashMap<>(), 0, points, most);
    return points;
  }

  private void collect(Map<String, Value> values, int from, List<Configuration> points, long most) {
    if (points.size() >= most) {
      return;
    }
    if (from == levels.size()) {
      points.add(Configuration.of(values));
      return;
    }
    Hyperparameter h = space.hyperparameters().get(from);
    if (!SearchSpace.isActive(h, values)) {
      collect(values, from + 1, points, most);
      return;
    }
    for (Value value : levels.get(from)) {
      values.put(h.name(), value);
      collect(values, from + 1, points, most);
    }
    values.remove(h.name());
  }
}
