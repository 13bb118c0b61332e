package dev.sturgeon.train;

/** A finished network. Safe for use by several threads at once. */
public interface Predictor extends AutoCloseable {

  /**
   * What the network says.
   *
   * @param features example by example, already preprocessed
   * @param rows how many examples there are
   * @return example by example: a probability per class, or one scaled number
   */
  float[] outputs(float[] features, int rows);

  @Override
  void close();
}
