package dev.sturgeon.spark.image;

import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Split;
import dev.sturgeon.data.SplitRule;
import dev.sturgeon.data.Targets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of the images of a set, in an order that depends on what they are alone.
 *
 * @param images the set
 * @param rows which of them
 * @param hashes the hash of each, in that order
 */
record ImagePart(ImageSet images, int[] rows, long[] hashes) {

  /** One part of a split. */
  static ImagePart of(ImageSet images, long[] hashes, Split split, SplitRule.Part part) {
    return sorted(
        images,
        hashes,
        IntStream.range(0, images.rows())
            .filter(row -> split.part(images.labels()[row], hashes[row]) == part));
  }

  /** A whole set. */
  static ImagePart all(ImageSet images, long seed) {
    return sorted(images, images.hashes(seed), IntStream.range(0, images.rows()));
  }

  private static ImagePart sorted(ImageSet images, long[] hashes, IntStream rows) {
    int[] order =
        rows.boxed()
            .sorted(
                Comparator.comparingLong((Integer row) -> hashes[row])
                    .thenComparing(row -> images.labels()[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ImagePart(images, order, Arrays.stream(order).mapToLong(i -> hashes[i]).toArray());
  }

  int size() {
    return rows.length;
  }

  String label(int i) {
    return images.labels()[rows[i]];
  }

  /** The same images in a set of their own, so that the rest need not be kept. */
  ImagePart detached() {
    return new ImagePart(images.rows(rows), IntStream.range(0, size()).toArray(), hashes);
  }

  /** As arrays for a network. */
  Examples examples(FrozenImages frozen) {
    int[] classOf =
        IntStream.range(0, size()).map(i -> frozen.classes().indexOf(label(i))).toArray();
    return new Examples(
        frozen.scale().apply(images.shape(), images.pixels(), rows),
        images.shape(),
        new Targets.Labels(classOf, frozen.classes().size()));
  }

  /** The labels there are, each once. */
  List<String> labels() {
    return Arrays.stream(rows).mapToObj(row -> images.labels()[row]).distinct().sorted().toList();
  }
}
