package dev.sturgeon.train;

import java.io.Serializable;

/** Opens a finished network on the executor it is sent to. */
public interface PredictorFactory extends Serializable {

  /**
   * Opens a network file that {@link ModelWriter} wrote.
   *
   * @throws IllegalArgumentException if it is not such a file
   */
  Predictor open(byte[] model);
}
