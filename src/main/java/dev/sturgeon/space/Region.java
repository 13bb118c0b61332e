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
   * The configuration at a point of the space or, where that lies outside this region, at the
   * region's edge; of choices outside it the region's first.
   *
   * @param point one number in [0, 1] per hyperparameter
   */
  public Configuration nearest(double[] point) {
    double[] inside = new double[point.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = nearest(i, point[i]);
    }
    return space.at(inside);
  }

  private double nearest(int i, double at) {
    if (extents.get(i) instanceof Range range) {
      return Math.min(range.high(), Math.max(range.low(), at));
    }
    Domain domain = space.hyperparameters().get(i).domain();
    List<Value> values = ((Choices) extents.get(i)).values();
    return values.contains(domain.at(at)) ? at : domain.unitOf(values.get(0));
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
