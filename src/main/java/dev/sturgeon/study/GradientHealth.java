package dev.sturgeon.study;

import dev.sturgeon.trial.CurvePoint;
import dev.sturgeon.trial.LayerNorms;
import dev.sturgeon.trial.Trial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recognises vanishing and exploding gradients from the norms that a trial's learning curve carries
 * (Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
 * 2010; Ng, Improving Deep Neural Networks, week 1).
 *
 * <p>They vanish where the layer next to the input has next to nothing of what the largest one has,
 * at two epochs in a row: once may be a mini-batch that was all right already. They explode where
 * one is larger than any that a loss of this kind gives a network with sensible weights, or not
 * finite. Pure.
 */
final class GradientHealth {
  /** Norm for one layer, mean over a mini-batch. */
  private static final double EXPLODED = 1e3;

  private GradientHealth() {}

  /** What is wrong with gradients. */
  private enum Kind {
    VANISHING,
    EXPLODING
  }

  /**
   * Something that was seen.
   *
   * @param epoch where it was seen first, from 1
   * @param text what it is, in a sentence
   */
  record Finding(int epoch, String text) {}

  /** What a trial's new epochs show that its earlier ones did not: once for each kind. */
  static List<Finding> firstSeen(Trial before, Trial after) {
    List<CurvePoint> known = before.curve();
    // With the last of the known ones, where what a new one shows may have begun. Long curves are
    // searched only where there is something to find: this is asked of every segment.
    int begin = Math.max(0, Math.min(known.size(), after.curve().size()) - 1);
    List<CurvePoint> fresh = after.curve().subList(begin, after.curve().size());
    List<Finding> seen = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      find(kind, fresh).filter(finding -> find(kind, known).isEmpty()).ifPresent(seen::add);
    }
    return seen;
  }

  private static Optional<Finding> find(Kind kind, List<CurvePoint> curve) {
    return kind == Kind.VANISHING
        ? vanishing(curve)
        : curve.stream().flatMap(point -> exploding(point).stream()).findFirst();
  }

  private static Optional<Finding> vanishing(List<CurvePoint> curve) {
    for (int i = 1; i < curve.size(); i++) {
      if (curve.get(i - 1).gradientVanishes() && curve.get(i).gradientVanishes()) {
        return Optional.of(vanished(curve.get(i - 1)));
      }
    }
    return Optional.empty();
  }

  private static Finding vanished(CurvePoint point) {
    LayerNorms first = point.layers().get(0);
    LayerNorms largest = point.largestGradient().orElseThrow();
    String share =
        first.gradient() == 0
            ? "that of layer %s is %s".formatted(largest.layer(), text(largest.gradient()))
            : "a %sth of layer %s's"
                .formatted(text(largest.gradient() / first.gradient()), largest.layer());
    return new Finding(
        point.epoch(),
        "gradients vanish: layer %s's is %s, %s, since epoch %d;"
                .formatted(first.layer(), text(first.gradient()), share, point.epoch())
            + " try he initialisation, batch norm, fewer layers or a lower learning rate");
  }

  private static Optional<Finding> exploding(CurvePoint point) {
    return point.layers().stream()
        .filter(layer -> !(layer.gradient() <= EXPLODED))
        .findFirst()
        .map(
            layer ->
                new Finding(
                    point.epoch(),
                    "gradients explode: layer %s's is %s in epoch %d;"
                            .formatted(layer.layer(), text(layer.gradient()), point.epoch())
                        + " try smaller initial weights, a lower learning rate or gradientClip"));
  }

  /** One digit: 0.3, 2e-9. */
  private static String text(double norm) {
    if (norm == 0 || !Double.isFinite(norm)) {
      return norm == 0 ? "0" : Double.toString(norm);
    }
    BigDecimal rounded = new BigDecimal(norm).round(new MathContext(1)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return Math.abs(exponent) <= 2
        ? rounded.toPlainString()
        : rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
