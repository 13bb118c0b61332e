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
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Puts Sturgeon's learning rate into the updaters that a network chose for itself, those of biases
 * too. Layers that are frozen, and rules that know no rate, stay as they are.
 *
 * @param usual the configuration's own updater, which has the rate already
 * @param rate the initial rate
 * @param schedule how it moves; null for a fixed one
 */
record GovernedRate(IUpdater usual, double rate, @Nullable ISchedule schedule) {

  void putInto(Blueprint blueprint) {
    if (blueprint instanceof Blueprint.Layers stack) {
      for (NeuralNetConfiguration layer : stack.settings().getConfs()) {
        putInto(layer.getLayer());
      }
    } else if (blueprint instanceof Blueprint.Graph graph) {
      graph.settings().getVertices().values().forEach(this::putInto);
    }
  }

  private void putInto(GraphVertex vertex) {
    if (vertex instanceof LayerVertex layer) {
      putInto(layer.getLayerConf().getLayer());
    } else if (vertex instanceof SameDiffVertex own) {
      own.setUpdater(governed(own.getUpdater()));
      own.setBiasUpdater(governed(own.getBiasUpdater()));
    }
  }

  private void putInto(Layer layer) {
    if (layer instanceof BaseLayer base) {
      base.setIUpdater(governed(base.getIUpdater()));
      base.setBiasUpdater(governed(base.getBiasUpdater()));
    } else if (layer instanceof AbstractSameDiffLayer own) {
      own.setUpdater(governed(own.getUpdater()));
      own.setBiasUpdater(governed(own.getBiasUpdater()));
    } else if (layer instanceof BaseWrapperLayer wrapper) {
      putInto(wrapper.getUnderlying());
    } else if (layer instanceof Bidirectional both) {
      putInto(both.getFwd());
      putInto(both.getBwd());
    }
  }

  /** A clone with the rate: one updater may serve many layers, and many networks. */
  private @Nullable IUpdater governed(@Nullable IUpdater updater) {
    if (updater == null || updater.equals(usual) || !updater.hasLearningRate()) {
      return updater;
    }
    IUpdater clone = updater.clone();
    clone.setLrAndSchedule(rate, schedule);
    return clone;
  }
}
