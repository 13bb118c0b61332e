package dev.sturgeon.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/** A network's plan: a stack of layers, or a graph with one input and one output. */
public sealed interface Blueprint permits Blueprint.Layers, Blueprint.Graph {

  /** A stack of layers. */
  record Layers(MultiLayerConfiguration settings) implements Blueprint {}

  /** A graph with one input and one output. */
  record Graph(ComputationGraphConfiguration settings) implements Blueprint {}

  /** The plan of a stack of layers. */
  static Blueprint of(MultiLayerConfiguration settings) {
    return new Layers(settings);
  }

  /** The plan of a graph. */
  static Blueprint of(ComputationGraphConfiguration settings) {
    return new Graph(settings);
  }
}
