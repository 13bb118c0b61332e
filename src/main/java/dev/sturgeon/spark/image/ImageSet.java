package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.RowHash;
import dev.sturgeon.data.Shape;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Labelled images as bytes on the driver, a quarter of what they are as numbers.
 *
 * @param name their path, for messages
 * @param shape the form of each
 * @param pixels image by image, each channel by channel; 0 to 255, unsigned; not copied
 * @param labels the class of each; not copied
 */
record ImageSet(String name, Shape shape, byte[] pixels, String[] labels) {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** An array for the pixels of so many images, if there can be one. */
  static byte[] array(String name, Shape shape, long images) {
    long size = images * shape.size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new DataException(
          "%s: %d images of %s are more than 2 GB of pixels; use smaller ones or fewer"
              .formatted(name, images, shape));
    }
    return new byte[(int) size];
  }

  int rows() {
    return labels.length;
  }

  /** The hash of each image's pixels: equal images have equal ones. */
  long[] hashes(long seed) {
    return IntStream.range(0, rows()).mapToLong(row -> hash(seed, row)).toArray();
  }

  private long hash(long seed, int row) {
    int from = row * shape.size();
    int to = from + shape.size();
    long hash = RowHash.mix(seed);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = RowHash.mix(hash ^ (long) LONGS.get(pixels, at));
    }
    for (; at < to; at++) {
      hash = RowHash.mix(hash ^ pixels[at]);
    }
    return hash;
  }

  /** The hashes of each class's images. */
  Map<String, long[]> byLabel(long[] hashes) {
    Map<String, List<Long>> lists = new HashMap<>();
    for (int row = 0; row < hashes.length; row++) {
      lists.computeIfAbsent(labels[row], label -> new ArrayList<>()).add(hashes[row]);
    }
    Map<String, long[]> byLabel = new HashMap<>();
    lists.forEach(
        (label, some) -> byLabel.put(label, some.stream().mapToLong(Long::longValue).toArray()));
    return byLabel;
  }

  /** The given images, in the order given. */
  ImageSet rows(int[] chosen) {
    int size = shape.size();
    byte[] some = new byte[chosen.length * size];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(pixels, chosen[i] * size, some, i * size, size);
    }
    return new ImageSet(
        name,
        shape,
        some,
        Arrays.stream(chosen).mapToObj(row -> labels[row]).toArray(String[]::new));
  }
}
