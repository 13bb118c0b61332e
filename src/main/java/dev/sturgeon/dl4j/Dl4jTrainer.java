package dev.sturgeon.dl4j;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainingSession;
import dev.sturgeon.train.TrainingSettings;
import dev.sturgeon.train.TrainingState;
import dev.sturgeon.trial.Objective;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Trains a network with DL4J. */
final class Dl4jTrainer implements Trainer {
  private final NetworkFactory factory;
  private final Examples train;
  private final Objective objective;
  private final ScoredParts parts;

  Dl4jTrainer(NetworkFactory factory, TrainingData data, Objective objective) {
    Natives.load();
    this.factory = factory;
    this.train = data.train();
    this.objective = objective;
    this.parts = new ScoredParts(data);
  }

  @Override
  public TrainingSession open(
      Configuration configuration, long seed, @Nullable TrainingState state) {
    TrainingSettings settings = TrainingSettings.of(configuration);
    TrainingRows rows = new TrainingRows(train, settings);
    EpochRate rate = new EpochRate();
    OutputLoss end = OutputLoss.of(train.targets(), objective);
    NetworkContext context =
        new NetworkContext(
            train.shape(),
            train.targets().outputs(),
            settings,
            seed,
            Updaters.scheduled(settings.updater(), rate),
            end.loss(),
            end.activation());
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            ((Blueprint.Layers) factory.create(configuration, context)).settings());
    if (state == null) {
      network.init();
    } else {
      restore(network, state);
    }
    return new Dl4jSession(network, rate, seed, state == null ? 0 : state.epoch(), rows, parts);
  }

  private static void restore(MultiLayerNetwork network, TrainingState state) {
    network.init(Nd4j.createFromArray(state.array("parameters")), false);
    network.setIterationCount(state.iteration());
    network.setEpochCount(state.epoch());
    float[] updater = state.array("updater");
    INDArray kept = network.getUpdater().getStateViewArray();
    long wanted = kept == null ? 0 : kept.length();
    if (updater.length != wanted) {
      throw new IllegalArgumentException(
          "the state's updater has %d numbers, this network's %d"
              .formatted(updater.length, wanted));
    }
    if (kept != null) {
      Natives.copy(updater, kept);
    }
  }

  @Override
  public void releaseThread() {
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }

  @Override
  public void close() {
    parts.close();
  }
}
