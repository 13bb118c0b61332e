package dev.sturgeon.train;

import dev.sturgeon.data.TrainingData;
import dev.sturgeon.space.Configuration;
import dev.sturgeon.trial.LayerNorms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A trainer whose network gives the true class a scripted probability on the dev part, epoch by
 * epoch, and 0.9 on the probe. Its one parameter is the sum of the learning rates so far.
 */
final class ScriptedTrainer implements Trainer {
  private final TrainingData data;
  private final double[] script;
  final List<Integer> epochs = new ArrayList<>();
  int released;

  ScriptedTrainer(TrainingData data, double... script) {
    this.data = data;
    this.script = script;
  }

  @Override
  public TrainingSession open(
      Configuration configuration, long seed, @Nullable TrainingState state) {
    return new Session(state);
  }

  @Override
  public void releaseThread() {
    released++;
  }

  @Override
  public void close() {}

  private final class Session implements TrainingSession {
    private int epoch;
    private float sum;

    Session(@Nullable TrainingState state) {
      epoch = state == null ? 0 : state.epoch();
      sum = state == null ? 0 : state.array("parameters")[0];
    }

    @Override
    public List<LayerNorms> trainEpoch(int number, double learningRate, Runnable step)
        throws DivergedException {
      if (script[number - 1] == Double.POSITIVE_INFINITY) {
        throw new DivergedException("the loss became Infinity");
      }
      if (script[number - 1] < 0) {
        throw new IllegalStateException("a bug in the engine");
      }
      epochs.add(number);
      epoch = number;
      sum += (float) learningRate;
      return List.of(new LayerNorms("0", 1, 2));
    }

    @Override
    public float[] outputs(TrainingData.Part part) {
      int[] labels = SyntheticData.labels(data.part(part)).classOf();
      float right = part == TrainingData.Part.DEV ? (float) script[epoch - 1] : 0.9f;
      float[] probabilities = new float[labels.length * 2];
      for (int row = 0; row < labels.length; row++) {
        probabilities[2 * row + labels[row]] = right;
        probabilities[2 * row + 1 - labels[row]] = 1 - right;
      }
      return probabilities;
    }

    @Override
    public TrainingState state() {
      return new TrainingState(
          epoch * 10, epoch, new TreeMap<>(Map.of("parameters", new float[] {sum})));
    }

    @Override
    public void close() {}
  }
}
