package dev.sturgeon.dl4j;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.Trainable;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network that has parameters: DL4J's stacks of layers and its graphs, which share little more
 * than {@link Model}, behind one face. Not for several threads at once.
 */
interface Net {

  /**
   * Makes a network.
   *
   * @param parameters are used as they are, not copied; without them the plan's seed draws new ones
   */
  static Net of(Blueprint blueprint, @Nullable INDArray parameters) {
    return blueprint instanceof Blueprint.Graph graph
        ? GraphNet.of(graph.settings(), parameters)
        : StackNet.of(((Blueprint.Layers) blueprint).settings(), parameters);
  }

  /** DL4J's network itself. */
  Model model();

  /** Makes one step with a mini-batch; the arrays are not kept. */
  void fit(INDArray features, INDArray labels);

  /**
   * Finds {@link #gradients()} and {@link #score()} of a mini-batch in training mode, and makes no
   * step.
   */
  void backpropagate(INDArray features, INDArray labels);

  /** The mean loss of a mini-batch in training mode, penalties included. */
  double loss(INDArray features, INDArray labels);

  /** The outputs in inference mode, a row for each row; the caller closes them. */
  INDArray output(INDArray features);

  /** The updater's numbers in one live array; null where it needs none. */
  @Nullable INDArray updaterState();

  /** Steps made so far. */
  int iteration();

  /** Sets the counts of steps and epochs made so far, which updaters look at. */
  void resumeAt(int iteration, int epoch);

  /**
   * What has parameters, in the order of the flat arrays: by a layer's name, the layer with what a
   * person counts as part of it. A stack's layers are numbered from 0 on the input side, those
   * without parameters left out; a graph's have their own names.
   */
  Map<String, List<Trainable>> layers();

  /**
   * What DL4J itself calls a part of {@link #layers()}: a stack's by its index among all layers,
   * also those without parameters; a graph's by its name.
   */
  String name(Trainable part);

  /** All parameters in one live array. */
  default INDArray parameters() {
    return model().params();
  }

  /** The last gradient in one live array, laid out as the parameters; null before the first. */
  default @Nullable INDArray gradients() {
    return model().getGradientsViewArray();
  }

  /** The last mini-batch's mean loss with the penalties. */
  default double score() {
    return model().score();
  }

  /** Frees the native arrays; DL4J's own close would run the garbage collector each time. */
  default void free() {
    free(updaterState());
    free(gradients());
    free(parameters());
  }

  private static void free(@Nullable INDArray array) {
    if (array != null && array.closeable()) {
      array.close();
    }
  }
}
