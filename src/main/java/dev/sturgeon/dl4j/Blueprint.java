package dev.sturgeon.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/** A network's plan: a stack of layers, or a graph with one input and one output. */
public sealed interface Blueprint permits Blueprint.Layers, Blueprint.Graph {

  /** A stack of layers. */
  record Layers(MultiLayerConfiguration settings) implements Blueprint {
    @Override
    public Layers copy() {
      return new Layers(settings.clone());
    }
  }

  /** A graph with one input and one output. */
  record Graph(ComputationGraphConfiguration settings) implements Blueprint {
    @Override
    public Graph copy() {
      return new Graph(settings.clone());
    }
  }

  /** The plan of a stack of layers. */
  static Blueprint of(MultiLayerConfiguration settings) {
    return new Layers(settings);
  }

  /** The plan of a graph. */
  static Blueprint of(ComputationGraphConfiguration settings) {
    return new Graph(settings);
  }

  /** A plan of its own: DL4J's networks write into the plan they are made from. */
  Blueprint copy();
}
