package dev.sturgeon.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/**
 * Goes through all of a plan that DL4J may train, also what is wrapped in other layers; not through
 * what is frozen. DL4J has three kinds of things with updaters, and no type for all of them.
 */
interface PlanVisitor {

  /** Any layer, whether it has parameters or not; one that wraps others comes before them. */
  default void any(Layer layer) {}

  /** A layer with updaters. */
  void trained(BaseLayer layer);

  /** A layer with updaters that is written in SameDiff. */
  void trained(AbstractSameDiffLayer layer);

  /** A vertex with updaters that is written in SameDiff. */
  void trained(SameDiffVertex vertex);

  /** Goes through a plan, from the input side where it is a stack. */
  default void visit(Blueprint blueprint) {
    if (blueprint instanceof Blueprint.Layers stack) {
      for (NeuralNetConfiguration layer : stack.settings().getConfs()) {
        visit(layer.getLayer());
      }
    } else if (blueprint instanceof Blueprint.Graph graph) {
      graph.settings().getVertices().values().forEach(this::visit);
    }
  }

  private void visit(GraphVertex vertex) {
    if (vertex instanceof LayerVertex layer) {
      visit(layer.getLayerConf().getLayer());
    } else if (vertex instanceof SameDiffVertex own) {
      trained(own);
    }
  }

  private void visit(Layer layer) {
    any(layer);
    if (layer instanceof BaseLayer base) {
      trained(base);
    } else if (layer instanceof AbstractSameDiffLayer own) {
      trained(own);
    } else if (layer instanceof BaseWrapperLayer wrapper) {
      visit(wrapper.getUnderlying());
    } else if (layer instanceof Bidirectional both) {
      visit(both.getFwd());
      visit(both.getBwd());
    }
  }
}
