package dev.sturgeon.dl4j;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.train.DivergedException;
import dev.sturgeon.train.TrainingSession;
import dev.sturgeon.train.TrainingState;
import dev.sturgeon.trial.LayerNorms;
import java.util.List;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One DL4J network being trained. */
final class Dl4jSession implements TrainingSession {
  private final Net network;
  private final EpochRate rate;
  private final long seed;
  private final TrainingRows rows;
  private final ScoredParts parts;
  private final NormProbe norms;
  private int epoch;

  Dl4jSession(
      Net network, EpochRate rate, long seed, int epoch, TrainingRows rows, ScoredParts parts) {
    this.network = network;
    this.rate = rate;
    this.seed = seed;
    this.epoch = epoch;
    this.rows = rows;
    this.parts = parts;
    this.norms = new NormProbe(network);
  }

  @Override
  public List<LayerNorms> trainEpoch(int number, double learningRate, Runnable step)
      throws DivergedException {
    EpochChance chance = EpochChance.of(seed, number, rows.count());
    Nd4j.getRandom().setSeed(chance.dropoutSeed());
    rate.set(learningRate);
    // DL4J never counts epochs in fit, but schedules of a user's own layers look at the count.
    network.resumeAt(network.iteration(), number - 1);
    rows.begin(chance);
    for (int i = 0; i < rows.batches() - 1; i++) {
      step(rows.batch(i));
      step.run();
    }
    MiniBatch last = rows.batch(rows.batches() - 1);
    List<LayerNorms> taken =
        norms.during(() -> network.fit(last.features(), last.labels()), last.size());
    checkLoss();
    checkParameters();
    epoch = number;
    return taken;
  }

  private void step(MiniBatch batch) throws DivergedException {
    network.fit(batch.features(), batch.labels());
    checkLoss();
  }

  private void checkLoss() throws DivergedException {
    if (!Double.isFinite(network.score())) {
      throw new DivergedException(
          "the loss became " + network.score() + " at step " + network.iteration());
    }
  }

  private void checkParameters() throws DivergedException {
    for (float parameter : Natives.copy(network.parameters())) {
      if (!Float.isFinite(parameter)) {
        throw new DivergedException(
            "a parameter became " + parameter + " by step " + network.iteration());
      }
    }
  }

  @Override
  public float[] outputs(TrainingData.Part part) {
    return parts.outputs(network, part);
  }

  @Override
  public TrainingState state() {
    INDArray updater = network.updaterState();
    TreeMap<String, float[]> arrays = new TreeMap<>();
    arrays.put("parameters", Natives.copy(network.parameters()));
    arrays.put("updater", updater == null ? new float[0] : Natives.copy(updater));
    return new TrainingState(network.iteration(), epoch, arrays);
  }

  @Override
  public void close() {
    rows.close();
    network.free();
  }
}
