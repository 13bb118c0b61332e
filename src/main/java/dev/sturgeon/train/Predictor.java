package dev.sturgeon.train;

/** A finished network that gives class probabilities. Safe for use by several threads at once. */
public interface Predictor extends AutoCloseable {

  /**
   * Class probabilities.
   *
   * @param features row by row, already preprocessed
   * @param rows how many rows there are
   * @return row by row, one number per class
   */
  float[] probabilities(float[] features, int rows);

  @Override
  void close();
}
