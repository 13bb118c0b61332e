package dev.sturgeon.dl4j;

import dev.sturgeon.data.MemoryPlan;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.TrainingSettings;
import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/**
 * How large the networks of a study are, known from their plans: no parameter is allocated.
 *
 * @param network its name, as {@link Networks} knows it
 * @param shape the form of one example
 * @param targets of the training part
 */
public record NetworkSize(String network, Shape shape, Targets targets) {

  /**
   * The size of a configuration's network in training.
   *
   * @throws IllegalArgumentException if the values make no network, or these data cannot be trained
   *     on so
   */
  public MemoryPlan.Network of(Configuration configuration) {
    TrainingSettings settings = TrainingSettings.of(configuration);
    settings.augmentation().check(shape);
    OutputLoss end = OutputLoss.of(targets);
    NetworkContext context =
        new NetworkContext(
            shape,
            targets.outputs(),
            settings,
            0,
            Updaters.fixed(settings.updater(), settings.learningRate()),
            end.loss(),
            end.activation());
    Blueprint blueprint = Networks.named(network).create(configuration, context);
    long rows = Math.min(settings.batchSize(), targets.rows());
    return blueprint instanceof Blueprint.Layers layers
        ? of(layers.settings(), context.inputType(), rows)
        : of(((Blueprint.Graph) blueprint).settings(), context.inputType(), rows);
  }

  private static MemoryPlan.Network of(
      MultiLayerConfiguration settings, InputType input, long rows) {
    List<InputType> made = settings.getLayerActivationTypes(input);
    double parameters = 0;
    double units = elements(made);
    for (int i = 0; i < made.size(); i++) {
      NeuralNetConfiguration layer = settings.getConf(i);
      parameters += layer.getLayer().initializer().numParams(layer);
      units += patches(layer.getLayer(), made.get(i));
    }
    return new MemoryPlan.Network((long) parameters, (long) units, rows);
  }

  private static MemoryPlan.Network of(
      ComputationGraphConfiguration settings, InputType input, long rows) {
    var made = settings.getLayerActivationTypes(input);
    double parameters = 0;
    double units = elements(made.values());
    for (var vertex : settings.getVertices().entrySet()) {
      GraphVertex node = vertex.getValue();
      parameters += node.numParams(true);
      if (node instanceof LayerVertex layer && made.get(vertex.getKey()) != null) {
        units += patches(layer.getLayerConf().getLayer(), made.get(vertex.getKey()));
      }
    }
    return new MemoryPlan.Network((long) parameters, (long) units, rows);
  }

  private static double elements(Collection<InputType> made) {
    return made.stream().mapToDouble(InputType::arrayElementsPerExample).sum();
  }

  /** Where a convolution or pooling lays out the patch that each of its output pixels sees. */
  private static double patches(Layer layer, InputType made) {
    if (!(made instanceof InputTypeConvolutional image)) {
      return 0;
    }
    double pixels = (double) image.getHeight() * image.getWidth();
    if (layer instanceof ConvolutionLayer convolution) {
      return pixels * convolution.getNIn() * area(convolution.getKernelSize());
    }
    return layer instanceof SubsamplingLayer pooling
        ? pixels * image.getChannels() * area(pooling.getKernelSize())
        : 0;
  }

  private static double area(int[] kernel) {
    return (double) kernel[0] * kernel[1];
  }
}
