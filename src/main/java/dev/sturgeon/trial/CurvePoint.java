package dev.sturgeon.trial;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One epoch of a learning curve.
 *
 * @param epoch epochs trained so far, from 1
 * @param learningRate the rate used in this epoch
 * @param train scores on a fixed subset of the training part, as large as the dev part
 * @param dev scores on the dev part
 * @param layers gradient and update norms, input side first
 * @param seconds wall-clock time of this epoch, evaluation included
 */
public record CurvePoint(
    int epoch,
    double learningRate,
    Scores train,
    Scores dev,
    List<LayerNorms> layers,
    double seconds)
    implements Serializable {

  /** Ratio of the first layer's gradient to the largest one's. */
  private static final double VANISHED = 1e-3;

  /** Copies the list. */
  public CurvePoint {
    layers = List.copyOf(layers);
  }

  /** The layer with the largest gradient; empty where no norms were taken. */
  public Optional<LayerNorms> largestGradient() {
    return layers.stream().max(Comparator.comparingDouble(LayerNorms::gradient));
  }

  /** Whether the layer next to the input has next to nothing of the largest gradient. */
  public boolean gradientVanishes() {
    return layers.size() > 1
        && layers.get(0).gradient() < VANISHED * largestGradient().orElseThrow().gradient();
  }
}
