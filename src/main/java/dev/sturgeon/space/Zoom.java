package dev.sturgeon.space;

import dev.sturgeon.space.Region.Choices;
import dev.sturgeon.space.Region.Extent;
import dev.sturgeon.space.Region.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * From coarse to fine: the next, smaller region around the best configurations of a search, and why
 * (Ng, Improving Deep Neural Networks, week 3: "coarse to fine").
 *
 * <p>A range becomes the one the survivors span, and at least half of what it was, but never
 * narrower than the share of one value, or a millionth of the space. Where a quarter of them lie
 * within a tenth of an edge, or beyond it, or more than half have the value that lies there, the
 * region reaches on past that edge by a quarter of its width, as far as the space goes; they may
 * well be better further out. Of the choices of a category those stay that a survivor has. A
 * hyperparameter that fewer than three survivors have stays as it is.
 *
 * @param region the next region
 * @param reasons a sentence for each hyperparameter whose extent reads differently from the
 *     space's, or meets a bound of it that may be too narrow
 */
public record Zoom(Region region, List<String> reasons) {
  private static final double MOST_SHRINKAGE = 0.5;
  private static final double LEAST_WIDTH = 1e-6;
  private static final double EDGE = 0.1;
  private static final double BEYOND = 0.25;
  private static final int CROWD = 4;
  private static final int FEW = 3;

  /** Copies the list. */
  public Zoom {
    reasons = List.copyOf(reasons);
  }

  /**
   * The next region.
   *
   * @param from the region so far
   * @param survivors the best configurations, from anywhere in the space
   * @param of how many they are the best of
   */
  public static Zoom into(Region from, List<Configuration> survivors, int of) {
    SearchSpace space = from.space();
    List<double[]> cubes = survivors.stream().map(space::unitOf).toList();
    List<Extent> extents = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < space.dimension(); i++) {
      int axis = i;
      double[] at =
          cubes.stream().mapToDouble(cube -> cube[axis]).filter(x -> !Double.isNaN(x)).toArray();
      Hyperparameter h = space.hyperparameters().get(i);
      Extent before = from.extents().get(i);
      Extent all = Region.whole(space).extents().get(i);
      Axis zoomed = new Axis(h, all, before, at, survivors.size(), of);
      Extent after = at.length < FEW || h.domain().isFixed() ? before : zoomed.next();
      extents.add(after);
      if (at.length >= FEW && !h.domain().isFixed()) {
        zoomed.reason(after).ifPresent(reasons::add);
      }
    }
    return new Zoom(new Region(space, extents), reasons);
  }

  /**
   * One hyperparameter.
   *
   * @param h which one
   * @param all its extent in the space; what is said is said against it
   * @param before its extent so far
   * @param at the coordinates of those survivors that have it
   * @param survivors how many there are in all
   * @param of how many they are the best of
   */
  private record Axis(
      Hyperparameter h, Extent all, Extent before, double[] at, int survivors, int of) {

    Extent next() {
      return before instanceof Range range ? next(range) : choices();
    }

    private Choices choices() {
      List<Value> held = Arrays.stream(at).mapToObj(h.domain()::at).toList();
      List<Value> all = ((CategoricalDomain) h.domain()).choices();
      return new Choices(all.stream().filter(held::contains).toList());
    }

    private Range next(Range range) {
      double width = range.width();
      boolean down = crowdsLow(range);
      boolean up = crowdsHigh(range);
      double from = down ? Math.max(0, range.low() - BEYOND * width) : range.low();
      double to = up ? Math.min(1, range.high() + BEYOND * width) : range.high();
      double first = down && !up ? from : clamp(Arrays.stream(at).min().orElseThrow(), from, to);
      double last = up && !down ? to : clamp(Arrays.stream(at).max().orElseThrow(), from, to);
      double wanted = Math.max(MOST_SHRINKAGE * width, leastWidth());
      double missing = Math.max(0, wanted - (last - first));
      double low = clamp(first - missing / 2, from, Math.max(from, to - (last - first) - missing));
      return new Range(low, Math.min(1, low + (last - first) + missing));
    }

    /** A range within the share of a single value says nothing new. */
    private double leastWidth() {
      return Arrays.stream(at)
          .map(x -> h.domain().share(h.domain().at(x)))
          .reduce(LEAST_WIDTH, Math::max);
    }

    private boolean crowdsLow(Range range) {
      double edge = range.low() + EDGE * range.width();
      double value = h.domain().unitOf(h.domain().at(edge));
      return isCrowd(x -> x <= edge, x -> x <= value);
    }

    private boolean crowdsHigh(Range range) {
      double edge = range.high() - EDGE * range.width();
      double value = h.domain().unitOf(h.domain().at(edge));
      return isCrowd(x -> x >= edge, x -> x >= value);
    }

    /** Of few values each has more than a tenth, and its coordinate is the middle of that. */
    private boolean isCrowd(DoublePredicate nearEdge, DoublePredicate hasEdgesValue) {
      return CROWD * Arrays.stream(at).filter(nearEdge).count() >= at.length
          || 2 * Arrays.stream(at).filter(hasEdgesValue).count() > at.length;
    }

    private static double clamp(double x, double low, double high) {
      return Math.min(high, Math.max(low, x));
    }

    Optional<String> reason(Extent after) {
      String advice = advice();
      if (text(after).equals(text(all))) {
        return advice.isEmpty() ? Optional.empty() : Optional.of(h.name() + advice);
      }
      long inside = Arrays.stream(at).filter(x -> holds(after, x)).count();
      String who =
          inside == survivors
              ? "the %d best of %d".formatted(inside, of)
              : "%d of the %d best of %d".formatted(inside, survivors, of);
      return Optional.of(
          "%s %s -> %s: %s lie there%s"
              .formatted(
                  h.name(), text(all), text(after), who, advice.isEmpty() ? "" : ";" + advice));
    }

    /** Where the best crowd at the user's own bound, only the user can look beyond. */
    private String advice() {
      if (!(before instanceof Range range)) {
        return "";
      }
      String bound = "";
      if (range.low() == 0 && crowdsLow(range) && !isLeast(h.domain().at(0))) {
        bound = " many lie at its lower bound " + text(h.domain().at(0)) + ": try smaller ones too";
      }
      if (range.high() == 1 && crowdsHigh(range)) {
        bound += bound.isEmpty() ? "" : ";";
        bound += " many lie at its upper bound " + text(h.domain().at(1)) + ": try larger ones too";
      }
      return bound;
    }

    /** Below nothing, and below one of what is counted, there is hardly ever anything. */
    private static boolean isLeast(Value value) {
      boolean zero = value instanceof Value.Real real && real.value() == 0;
      boolean few = value instanceof Value.Int whole && whole.value() >= 0 && whole.value() <= 1;
      return zero || few;
    }

    private boolean holds(Extent extent, double x) {
      return extent instanceof Range range
          ? x >= range.low() && x <= range.high()
          : ((Choices) extent).values().contains(h.domain().at(x));
    }

    private String text(Extent extent) {
      return extent instanceof Range range
          ? text(h.domain().at(range.low())) + "…" + text(h.domain().at(range.high()))
          : ((Choices) extent).values().toString();
    }

    /** Two digits are enough to see where a range lies: 8e-4, 0.95. */
    private static String text(Value value) {
      if (!(value instanceof Value.Real real) || real.value() == 0) {
        return value.toString();
      }
      double number = real.value();
      // Near 1 the distance to 1 is what counts.
      int digits =
          number > 0.9 && number < 1 ? 2 - (int) Math.floor(Math.log10(1 - number)) - 1 : 2;
      BigDecimal rounded =
          new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros();
      int exponent = rounded.precision() - rounded.scale() - 1;
      return exponent >= -2 && exponent < 6
          ? rounded.toPlainString()
          : rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
  }
}
