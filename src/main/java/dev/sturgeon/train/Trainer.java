package dev.sturgeon.train;

import dev.sturgeon.space.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * An engine that trains networks on one set of training data, held once per JVM.
 *
 * <p>Safe for use by several threads at once; each session belongs to the thread that opened it.
 */
public interface Trainer extends AutoCloseable {

  /**
   * Builds the configuration's network and opens it for training.
   *
   * @param configuration the hyperparameters
   * @param seed the trial's seed: initial weights come from it, and each epoch's shuffle and
   *     dropout from (seed, epoch) alone, so that any split into segments gives the same parameters
   *     to the bit
   * @param state where to go on from; null for a new network
   * @throws IllegalArgumentException if the configuration makes no network, or the state is not one
   *     of this network
   */
  TrainingSession open(Configuration configuration, long seed, @Nullable TrainingState state);

  /** Frees what the engine holds for the calling thread; called when it stops training. */
  default void releaseThread() {}

  @Override
  void close();
}
