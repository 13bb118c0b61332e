package dev.sturgeon.dl4j;

import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import java.util.List;

/**
 * Turns a configuration into a network: the one interface to implement for a network of one's own.
 *
 * <p>A study names the class ({@code network: {class: com.example.MyNetwork}}); it must be public,
 * with a public constructor without parameters, and in a jar given with {@code --jars}. Stateless:
 * one instance serves all trials of a JVM, from several threads at once.
 *
 * <p>Sturgeon's are the mini-batches, the learning rate with its decay, the epochs and early
 * stopping: the rate of the epoch governs every updater, also one that the network sets for a layer
 * or its biases, whatever rate that one was given. The network's are its layers and all that they
 * have: activations, dropout, initial weights, penalties, clipping, constraints, the kind of
 * updater. {@link NetworkContext#builder()} and {@link NetworkContext#output()} bring what the
 * configuration says of these; what a layer sets for itself wins. Clipping is left to the network:
 * {@code context.settings().gradientClip()}.
 */
public interface NetworkFactory {

  /**
   * The hyperparameters of the network itself, each with its usual domain and a default, beside
   * those of training (learningRate, batchSize, …), which every network has. By default none.
   */
  default List<Hyperparameter> hyperparameters() {
    return List.of();
  }

  /**
   * The network of a configuration: a new plan at each call, for examples that arrive as flat rows
   * of floats, with one input and one output.
   *
   * @param configuration a value for every active hyperparameter
   * @param context what goes in and comes out, and a builder that has the training settings already
   * @throws IllegalArgumentException if the values make no network; its message becomes the trial's
   */
  Blueprint create(Configuration configuration, NetworkContext context);
}
