package dev.sturgeon.train;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.trial.LayerNorms;
import java.util.List;

/** One network being trained. Belongs to the thread that opened it. */
public interface TrainingSession extends AutoCloseable {

  /**
   * Trains one epoch over the training part.
   *
   * @param epoch its number, from 1
   * @param learningRate the rate for all its steps
   * @param step called after each step; what it throws passes
   * @return the layers' norms at its last mini-batch
   * @throws DivergedException as soon as a step's loss is not finite
   */
  List<LayerNorms> trainEpoch(int epoch, double learningRate, Runnable step)
      throws DivergedException;

  /** The same where nobody waits for news of its steps. */
  default List<LayerNorms> trainEpoch(int epoch, double learningRate) throws DivergedException {
    return trainEpoch(epoch, learningRate, () -> {});
  }

  /**
   * The network's outputs in inference mode: dropout off, batch norm with its running averages.
   *
   * @return example by example: a probability per class, or one scaled number
   */
  float[] outputs(TrainingData.Part part);

  /** A copy of everything that training depends on. */
  TrainingState state();

  @Override
  void close();
}
