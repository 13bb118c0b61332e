package dev.sturgeon.space;

import java.util.List;

/**
 * A part of a search space, a box in the unit cube: for each numeric hyperparameter a range of its
 * coordinate, which is where its scale counts, for each categorical one some of its choices.
 *
 * <p>Immutable; safe to share between threads.
 *
 * @param space the whole
 * @param extents one per hyperparameter, in the space's order
 */
public record Region(SearchSpace space, List<Extent> extents) {

  /** Copies the list and checks its length. */
  public Region {
    extents = List.copyOf(extents);
    if (extents.size() != space.dimension()) {
      throw new IllegalArgumentException(
          "a region of this space has " + space.dimension() + " extents, not " + extents.size());
    }
  }

  /** How far a region reaches along one hyperparameter. */
  public sealed interface Extent permits Range, Choices {}

  /** From one coordinate to another, within [0, 1]. */
  public record Range(double low, double high) implements Extent {

    /** Checks the order. */
    public Range {
      if (!(low >= 0 && low < high && high <= 1)) {
        throw new IllegalArgumentException("a range within [0, 1] is wanted: " + low + "…" + high);
      }
    }

    double width() {
      return high - low;
    }
  }

  /** Some choices of a category, at least one. */
  public record Choices(List<Value> values) implements Extent {

    /** Copies the list. */
    public Choices {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a region needs at least one choice");
      }
    }
  }

  /** All of a space. */
  public static Region whole(SearchSpace space) {
    return new Region(space, space.hyperparameters().stream().map(h -> whole(h.domain())).toList());
  }

  private static Extent whole(Domain domain) {
    return domain instanceof CategoricalDomain categorical
        ? new Choices(categorical.choices())
        : new Range(0, 1);
  }

  /**
   * The configuration at a point of this region, which is stretched to the unit cube; inactive
   * hyperparameters are left out.
   *
   * @param cube one number in [0, 1] per hyperparameter
   */
  public Configuration at(double[] cube) {
    double[] inner = new double[cube.length];
    for (int i = 0; i < cube.length; i++) {
      inner[i] = coordinate(i, cube[i]);
    }
    return space.at(inner);
  }

  /** Whether a hyperparameter's choices have no order. */
  public boolean isCategorical(int hyperparameter) {
    return extents.get(hyperparameter) instanceof Choices;
  }

  /**
   * A point of the space as a point of this region, which is stretched to the unit cube: the
   * reverse of {@link #at}. Outside a range it is that range's edge.
   *
   * @param point one number in [0, 1] per hyperparameter; NaN where one is inactive
   * @return NaN where the point is, or has a choice that this region lacks
   */
  public double[] within(double[] point) {
    double[] cube = new double[point.length];
    for (int i = 0; i < cube.length; i++) {
      cube[i] = Double.isNaN(point[i]) ? Double.NaN : within(i, point[i]);
    }
    return cube;
  }

  private double within(int i, double at) {
    if (extents.get(i) instanceof Range range) {
      return Math.min(1, Math.max(0, (at - range.low()) / range.width()));
    }
    List<Value> values = ((Choices) extents.get(i)).values();
    int index = values.indexOf(space.hyperparameters().get(i).domain().at(at));
    return index < 0 ? Double.NaN : (index + 0.5) / values.size();
  }

  private double coordinate(int i, double unit) {
    if (extents.get(i) instanceof Choices choices) {
      List<Value> values = choices.values();
      Value chosen = values.get((int) (Bounds.clamp(unit) * values.size()));
      return space.hyperparameters().get(i).domain().unitOf(chosen);
    }
    Range range = (Range) extents.get(i);
    return Math.min(range.high(), range.low() + Bounds.checkUnit(unit) * range.width());
  }
}
