package dev.sturgeon.train;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the gradient of one array of parameters compares with what the loss itself says.
 *
 * @param layer the layer, as DL4J numbers or names it, and its kind
 * @param parameter the array: W, b, gamma, beta, …
 * @param entries how many numbers it has
 * @param checked how many of them were compared
 * @param kinks how many more were looked at and left out, since the loss has a kink there
 * @param difference ‖g - ĝ‖ / (‖g‖ + ‖ĝ‖) over the entries compared, g from back-propagation and ĝ
 *     numeric; 0 where both are 0
 * @param verdict what that means; good also where the distance is too small to tell from rounding
 * @param faint whether the gradient itself is too small for that, so that the verdict says nothing
 * @param worst the entry that is furthest off; null if none was compared
 */
public record ParameterGradient(
    String layer,
    String parameter,
    long entries,
    int checked,
    int kinks,
    double difference,
    GradientVerdict verdict,
    boolean faint,
    @Nullable Entry worst) {

  /**
   * One entry.
   *
   * @param index where it lies in the array, one number per dimension
   * @param analytic its derivative from back-propagation
   * @param numeric its derivative from the loss
   */
  public record Entry(List<Long> index, double analytic, double numeric) {

    /** Copies the index. */
    public Entry {
      index = List.copyOf(index);
    }

    /** How far apart the two are; infinite where one is no number. */
    public double distance() {
      double distance = Math.abs(analytic - numeric);
      return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
    }
  }

  /** The layer's and the array's names together. */
  public String name() {
    return "layer " + layer + ", " + parameter;
  }

  /** Whether most of the entries looked at had to be left out. */
  boolean isHidden() {
    return kinks > checked;
  }
}
