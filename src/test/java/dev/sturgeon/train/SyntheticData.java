package dev.sturgeon.train;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.Targets;
import dev.sturgeon.data.TrainingData;
import java.util.Random;

/** Small problems made up for tests. */
public final class SyntheticData {

  private SyntheticData() {}

  /** The classes of examples that have classes. */
  public static Targets.Labels labels(Examples examples) {
    return (Targets.Labels) examples.targets();
  }

  /** A cloud of points for each class, well apart; the training part has this many rows. */
  public static TrainingData blobs(int rows, int columns, int classes) {
    return TrainingData.of(part(rows, columns, classes, 1), part(rows / 2, columns, classes, 2), 3);
  }

  /** The same clouds as grey images of this height and width. */
  public static TrainingData images(int rows, int height, int width, int classes) {
    TrainingData flat = blobs(rows, height * width, classes);
    Shape shape = new Shape(1, height, width);
    return new TrainingData(
        shaped(flat.train(), shape), shaped(flat.dev(), shape), shaped(flat.probe(), shape));
  }

  private static Examples shaped(Examples flat, Shape shape) {
    return new Examples(flat.features(), shape, flat.targets());
  }

  private static Examples part(int rows, int columns, int classes, long seed) {
    Random random = new Random(seed);
    float[] features = new float[rows * columns];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = row % classes;
      for (int column = 0; column < columns; column++) {
        double centre = column % classes == labels[row] ? 2 : 0;
        features[row * columns + column] = (float) (centre + 0.7 * random.nextGaussian());
      }
    }
    return Examples.ofClasses(features, labels, columns, classes);
  }
}
