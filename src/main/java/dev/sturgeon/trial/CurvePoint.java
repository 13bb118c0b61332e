package dev.sturgeon.trial;

import java.io.Serializable;
import java.util.List;

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

  /** Copies the list. */
  public CurvePoint {
    layers = List.copyOf(layers);
  }
}
