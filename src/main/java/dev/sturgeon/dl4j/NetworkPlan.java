package dev.sturgeon.dl4j;

import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.TrainingSettings;
import dev.sturgeon.trial.Objective;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * What a network is to be made of and for. Has the factory make its plan, checks that it fits, and
 * puts Sturgeon's learning rate into it.
 */
record NetworkPlan(
    NetworkFactory factory, Configuration configuration, Shape shape, Targets targets) {

  /**
   * A plan to train.
   *
   * @param rate the rate of every updater, epoch by epoch
   * @throws IllegalArgumentException in a sentence, if there is no such network
   */
  Blueprint forTraining(Objective objective, long seed, EpochRate rate) {
    TrainingSettings settings = TrainingSettings.of(configuration);
    IUpdater updater = Updaters.scheduled(settings.updater(), rate);
    return make(settings, OutputLoss.of(targets, objective), seed, updater, rate);
  }

  /**
   * A plan to save: it names no class of ours and has the initial rate as a fixed one.
   *
   * @throws IllegalArgumentException in a sentence, if there is no such network
   */
  Blueprint forSaving() {
    TrainingSettings settings = TrainingSettings.of(configuration);
    IUpdater updater = Updaters.fixed(settings.updater(), settings.learningRate());
    return make(settings, OutputLoss.of(targets), 0, updater, null);
  }

  private Blueprint make(
      TrainingSettings settings,
      OutputLoss end,
      long seed,
      IUpdater updater,
      @Nullable EpochRate rate) {
    NetworkContext context =
        new NetworkContext(
            shape, targets.outputs(), settings, seed, updater, end.loss(), end.activation());
    Foreign foreign = Foreign.of(factory);
    Blueprint plan = foreign.call("make a network", () -> factory.create(configuration, context));
    PlanCheck.check(foreign.name(), plan, targets.outputs());
    setSeed(plan, seed);
    new GovernedRate(updater, settings.learningRate(), rate).putInto(plan);
    return plan;
  }

  /** A builder of the factory's own would draw weights from the time of day. */
  private static void setSeed(Blueprint plan, long seed) {
    if (plan instanceof Blueprint.Layers stack) {
      stack.settings().getConfs().forEach(layer -> layer.setSeed(seed));
    } else if (plan instanceof Blueprint.Graph graph) {
      graph.settings().getDefaultConfiguration().setSeed(seed);
      for (GraphVertex vertex : graph.settings().getVertices().values()) {
        if (vertex instanceof LayerVertex layer) {
          layer.getLayerConf().setSeed(seed);
        }
      }
    }
  }

  /**
   * A network made of a plan of this one's.
   *
   * @throws IllegalArgumentException in a sentence, if DL4J cannot make it
   */
  Net build(Blueprint plan) {
    return Foreign.of(factory).call("make a network", () -> Net.of(plan, null));
  }
}
