package dev.sturgeon.dl4j;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Targets;
import dev.sturgeon.train.Augmentation;
import java.util.Arrays;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One mini-batch's native arrays, kept and filled again and again: making an array costs more than
 * a step's arithmetic. Rows are gathered on the heap and copied across in one piece each.
 */
final class MiniBatch implements AutoCloseable {
  private final Examples examples;
  private final Augmentation augmentation;
  private final float[] rows;
  private final float[] wanted;
  private final INDArray features;
  private final INDArray labels;

  MiniBatch(Examples examples, Augmentation augmentation, int size) {
    this.examples = examples;
    this.augmentation = augmentation;
    rows = new float[size * examples.columns()];
    wanted = new float[size * examples.targets().outputs()];
    features = Nd4j.createUninitialized(DataType.FLOAT, size, examples.columns());
    labels = Nd4j.createUninitialized(DataType.FLOAT, size, examples.targets().outputs());
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

  /**
   * Takes {@link #size()} rows, those that {@code order} names from {@code first} on.
   *
   * @param random what chance decides of their variation
   */
  void fill(int[] order, int first, Random random) {
    int columns = examples.columns();
    for (int i = 0; i < size(); i++) {
      System.arraycopy(examples.features(), order[first + i] * columns, rows, i * columns, columns);
    }
    if (examples.targets() instanceof Targets.Labels known) {
      fill(known, order, first);
    } else if (examples.targets() instanceof Targets.Numbers numbers) {
      for (int i = 0; i < size(); i++) {
        wanted[i] = numbers.scaled()[order[first + i]];
      }
    }
    augmentation.vary(rows, examples.shape(), random);
    Natives.copy(rows, features);
    Natives.copy(wanted, labels);
  }

  /** Classes one-hot. */
  private void fill(Targets.Labels known, int[] order, int first) {
    Arrays.fill(wanted, 0);
    for (int i = 0; i < size(); i++) {
      wanted[i * known.classes() + known.classOf()[order[first + i]]] = 1;
    }
  }

  @Override
  public void close() {
    features.close();
    labels.close();
  }
}
