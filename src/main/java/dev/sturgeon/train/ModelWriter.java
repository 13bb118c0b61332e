package dev.sturgeon.train;

import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.space.Configuration;
import java.io.Serializable;

/** Turns a trained state into the file of a finished network, readable without Sturgeon. */
public interface ModelWriter extends Serializable {

  /**
   * The network as its engine's own file format.
   *
   * @param configuration the hyperparameters it was trained with
   * @param state its parameters
   * @param shape the form of one example
   * @param targets what it learned to predict
   */
  byte[] write(Configuration configuration, TrainingState state, Shape shape, Targets targets);
}
