package dev.sturgeon.dl4j;

import dev.sturgeon.space.Configuration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.activations.Activation;

/** A user's own graph, with a connection that skips a layer. */
public final class OwnGraph implements NetworkFactory {

  @Override
  public Blueprint create(Configuration configuration, NetworkContext context) {
    NeuralNetConfiguration.Builder builder = context.builder();
    if (context.settings().gradientClip() > 0) {
      builder.gradientNormalization(GradientNormalization.ClipL2PerLayer);
      builder.gradientNormalizationThreshold(context.settings().gradientClip());
    }
    int units = configuration.has("units") ? configuration.integer("units") : 8;
    DenseLayer.Builder hidden = new DenseLayer.Builder().nOut(units).activation(Activation.RELU);
    if (configuration.has("dropout")) {
      hidden.dropOut(1 - configuration.real("dropout"));
    }
    boolean norm = configuration.has("batchNorm") && configuration.text("batchNorm").equals("true");
    GraphBuilder graph = builder.graphBuilder().addInputs("rows");
    graph.addLayer(
        "first", new DenseLayer.Builder().nOut(units).activation(Activation.TANH).build(), "rows");
    graph.addLayer("hidden", hidden.build(), "first");
    if (norm) {
      graph.addLayer("norm", new BatchNormalization(), "hidden");
    }
    graph.addVertex(
        "sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", norm ? "norm" : "hidden");
    graph.addLayer("out", context.output().build(), "sum");
    return Blueprint.of(graph.setOutputs("out").setInputTypes(context.inputType()).build());
  }
}
