package dev.sturgeon.dl4j;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.TrainingData;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.train.Mlp;
import dev.sturgeon.train.Trainer;
import dev.sturgeon.train.TrainingSession;
import dev.sturgeon.train.TrainingState;
import dev.sturgeon.trial.Objective;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Trains the built-in networks with DL4J. */
final class Dl4jTrainer implements Trainer {
  private final Examples train;
  private final Objective objective;
  private final ScoredParts parts;

  Dl4jTrainer(TrainingData data, Objective objective) {
    Natives.load();
    this.train = data.train();
    this.objective = objective;
    this.parts = new ScoredParts(data);
  }

  @Override
  public TrainingSession open(
      Configuration configuration, long seed, @Nullable TrainingState state) {
    Mlp mlp = Mlp.of(configuration);
    EpochRate rate = new EpochRate();
    MultiLayerConfiguration settings =
        new NetworkBuilder(mlp, train.columns(), train.classes())
            .build(seed, Updaters.scheduled(mlp.updater(), rate), loss());
    MultiLayerNetwork network = new MultiLayerNetwork(settings);
    if (state == null) {
      network.init();
    } else {
      restore(network, state);
    }
    TrainingRows rows = new TrainingRows(train, mlp.batches(train.rows()));
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

  private LossMCXENT loss() {
    if (objective.classWeights() == Objective.ClassWeights.NONE) {
      return new LossMCXENT();
    }
    return new LossMCXENT(Nd4j.createFromArray(balanced()));
  }

  /** rows / (classes present * rows of the class), so that the mean weight of an example is 1. */
  private float[] balanced() {
    int[] counts = train.classCounts();
    long present = Arrays.stream(counts).filter(count -> count > 0).count();
    float[] weights = new float[counts.length];
    for (int c = 0; c < weights.length; c++) {
      weights[c] = counts[c] == 0 ? 0 : (float) train.rows() / (present * counts[c]);
    }
    return weights;
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
