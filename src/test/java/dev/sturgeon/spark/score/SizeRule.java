package dev.sturgeon.spark.score;

import dev.sturgeon.train.Predictor;
import dev.sturgeon.train.PredictorFactory;

/**
 * A hand-written "network" for two classes: sure of the first if the feature its model names is
 * above average, else fairly sure of the second.
 */
final class SizeRule implements PredictorFactory {
  private final int columns;

  SizeRule(int columns) {
    this.columns = columns;
  }

  @Override
  public Predictor open(byte[] model) {
    int feature = model[0];
    return new Predictor() {
      @Override
      public float[] outputs(float[] features, int rows) {
        float[] probabilities = new float[rows * 2];
        for (int row = 0; row < rows; row++) {
          boolean first = features[row * columns + feature] > 0;
          probabilities[row * 2] = first ? 1 : 0.25f;
          probabilities[row * 2 + 1] = first ? 0 : 0.75f;
        }
        return probabilities;
      }

      @Override
      public void close() {}
    };
  }
}
