package dev.sturgeon.dl4j;

import dev.sturgeon.data.Examples;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One mini-batch's native arrays, kept and filled again and again: making an array costs more than
 * a step's arithmetic. Rows are gathered on the heap and copied across in one piece each.
 */
final class MiniBatch implements AutoCloseable {
  private final Examples examples;
  private final float[] rows;
  private final float[] oneHot;
  private final INDArray features;
  private final INDArray labels;

  MiniBatch(Examples examples, int size) {
    this.examples = examples;
    rows = new float[size * examples.columns()];
    oneHot = new float[size * examples.classes()];
    features = Nd4j.createUninitialized(DataType.FLOAT, size, examples.columns());
    labels = Nd4j.createUninitialized(DataType.FLOAT, size, examples.classes());
  }

  int size() {
    return (int) features.size(0);
  }

  INDArray features() {
    return features;
  }

  INDArray labels() {
    return labels;
  }

  /** Takes {@link #size()} rows, those that {@code order} names from {@code first} on. */
  void fill(int[] order, int first) {
    int columns = examples.columns();
    Arrays.fill(oneHot, 0);
    for (int i = 0; i < size(); i++) {
      int row = order[first + i];
      System.arraycopy(examples.features(), row * columns, rows, i * columns, columns);
      oneHot[i * examples.classes() + examples.labels()[row]] = 1;
    }
    Natives.copy(rows, features);
    Natives.copy(oneHot, labels);
  }

  @Override
  public void close() {
    features.close();
    labels.close();
  }
}
