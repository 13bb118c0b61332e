package dev.sturgeon.dl4j;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
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
record GovernedRate(IUpdater usual, double rate, @Nullable ISchedule schedule)
    implements PlanVisitor {

  void putInto(Blueprint blueprint) {
    visit(blueprint);
  }

  @Override
  public void trained(BaseLayer layer) {
    layer.setIUpdater(governed(layer.getIUpdater()));
    layer.setBiasUpdater(governed(layer.getBiasUpdater()));
  }

  @Override
  public void trained(AbstractSameDiffLayer layer) {
    layer.setUpdater(governed(layer.getUpdater()));
    layer.setBiasUpdater(governed(layer.getBiasUpdater()));
  }

  @Override
  public void trained(SameDiffVertex vertex) {
    vertex.setUpdater(governed(vertex.getUpdater()));
    vertex.setBiasUpdater(governed(vertex.getBiasUpdater()));
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
