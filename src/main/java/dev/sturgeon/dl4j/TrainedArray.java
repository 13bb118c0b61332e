package dev.sturgeon.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.api.Trainable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * One array of a network's trained parameters and where it lies in the flat arrays.
 *
 * @param layer the layer's index or name in DL4J, and its kind
 * @param parameter W, b, gamma, …
 * @param shape its dimensions
 * @param order 'c' where the last index runs fastest in the flat array, 'f' where the first does
 * @param offset where it begins in the flat arrays
 * @param length how many entries it has
 */
record TrainedArray(
    String layer, String parameter, List<Long> shape, char order, long offset, long length) {

  /** All arrays that a gradient moves: no frozen layers, no running averages of batch norm. */
  static List<TrainedArray> of(Net network) {
    List<TrainedArray> arrays = new ArrayList<>();
    long offset = 0;
    for (List<Trainable> layer : network.layers().values()) {
      for (Trainable part : layer) {
        String name = network.name(part) + " (" + part.getConfig().getClass().getSimpleName() + ")";
        for (Map.Entry<String, INDArray> parameter : part.paramTable(false).entrySet()) {
          INDArray array = parameter.getValue();
          if (isTrained(part, parameter.getKey())) {
            arrays.add(of(name, parameter.getKey(), array, offset));
          }
          offset += array.length();
        }
      }
    }
    return arrays;
  }

  private static TrainedArray of(String layer, String parameter, INDArray array, long offset) {
    List<Long> shape = new ArrayList<>();
    for (long size : array.shape()) {
      shape.add(size);
    }
    return new TrainedArray(
        layer, parameter, List.copyOf(shape), array.ordering(), offset, array.length());
  }

  private static boolean isTrained(Trainable part, String parameter) {
    IUpdater updater = part.getConfig().getUpdaterByParam(parameter);
    return updater != null && !(updater instanceof NoOp);
  }

  /** Some entries, all different, in order; all of them if they are no more than that. */
  long[] sample(int most, Random random) {
    return length <= most
        ? LongStream.range(0, length).toArray()
        : random.longs(0, length).distinct().limit(most).sorted().toArray();
  }

  /** The index of an entry, one number per dimension. */
  List<Long> index(long entry) {
    Long[] index = new Long[shape.size()];
    long rest = entry;
    for (int i = 0; i < index.length; i++) {
      int dimension = order == 'f' ? i : index.length - 1 - i;
      index[dimension] = rest % shape.get(dimension);
      rest /= shape.get(dimension);
    }
    return List.of(index);
  }
}
