package dev.sturgeon.dl4j;

import dev.sturgeon.data.Shape;
import dev.sturgeon.train.TrainingSettings;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * What a network is made for: its input, its output, its training.
 *
 * @param shape the form of one example
 * @param outputs how many numbers come out: one per class, or 1
 * @param settings how it is trained
 * @param seed where the initial weights come from
 * @param updater the update rule with its rate
 * @param loss cross-entropy of classes, or squared error of a number
 * @param outputActivation softmax for classes, identity for a number
 */
public record NetworkContext(
    Shape shape,
    int outputs,
    TrainingSettings settings,
    long seed,
    IUpdater updater,
    ILossFunction loss,
    Activation outputActivation) {

  /** A new builder with the configuration's updater, weight initialisation, L2 and the seed. */
  public NeuralNetConfiguration.Builder builder() {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .weightInit(WeightInits.of(settings))
        .updater(updater)
        .l2(settings.l2());
  }

  /** DL4J's name for the input: images (which arrive flat, one row each), or flat rows. */
  public InputType inputType() {
    return shape.isImage()
        ? InputType.convolutionalFlat(shape.height(), shape.width(), shape.channels())
        : InputType.feedForward(shape.size());
  }

  /** A new output layer with the right loss, activation and size. */
  public OutputLayer.Builder output() {
    return new OutputLayer.Builder(loss).activation(outputActivation).nOut(outputs);
  }
}
