package dev.sturgeon.examples;

import dev.sturgeon.dl4j.Blueprint;
import dev.sturgeon.dl4j.NetworkContext;
import dev.sturgeon.dl4j.NetworkFactory;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.space.Hyperparameter;
import dev.sturgeon.space.IntegerDomain;
import dev.sturgeon.space.Scale;
import dev.sturgeon.space.Value;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * A network of one's own: a residual network for tables (He, Zhang, Ren and Sun, Deep Residual
 * Learning for Image Recognition, 2015). Each block adds two dense layers' output to its input, so
 * that gradients have a short way back however many blocks there are.
 */
public final class ResidualNetwork implements NetworkFactory {

  /** Beside these a study searches those of training: learningRate, updater, batchSize, … */
  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        new Hyperparameter("blocks", IntegerDomain.of(1, 4, Scale.LINEAR), Value.of(2L), null),
        new Hyperparameter("width", IntegerDomain.of(32, 128, Scale.LOG), Value.of(64L), null));
  }

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    int width = configuration.integer("width");
    GraphBuilder graph = context.builder().graphBuilder().addInputs("rows");
    graph.addLayer("in", dense(width, Activation.RELU), "rows");
    String last = "in";
    for (int block = 1; block <= configuration.integer("blocks"); block++) {
      last = addBlock(graph, "block" + block, last, width);
    }
    graph.addLayer("out", context.output().build(), last);
    return Blueprint.of(graph.setOutputs("out").setInputTypes(context.inputType()).build());
  }

  /** Adds relu(input + W2 relu(W1 input + b1) + b2) and returns its name. */
  private static String addBlock(GraphBuilder graph, String name, String input, int width) {
    graph.addLayer(name + "a", dense(width, Activation.RELU), input);
    graph.addLayer(name + "b", dense(width, Activation.IDENTITY), name + "a");
    graph.addVertex(
        name + "sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), input, name + "b");
    graph.addLayer(
        name, new ActivationLayer.Builder().activation(Activation.RELU).build(), name + "sum");
    return name;
  }

  private static DenseLayer dense(int width, Activation activation) {
    return new DenseLayer.Builder().nOut(width).activation(activation).build();
  }
}
