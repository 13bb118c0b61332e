package dev.sturgeon.train;

import dev.sturgeon.data.Shape;
import java.util.Arrays;
import java.util.Random;

/**
 * Variations of the training part's examples, new in every epoch: the course's "other
 * regularisation" beside L2 and dropout. Dev and test parts are never varied.
 *
 * @param shift images move by up to so many pixels in each direction, each whole number of pixels
 *     down and across as likely as the others; what comes in repeats the edge, so that a plain
 *     background goes on, whatever number stands for it. 0 for none
 * @param flip whether one image in two is mirrored left to right
 * @param noise standard deviation of the Gaussian noise added to each preprocessed feature; 0 for
 *     none
 */
public record Augmentation(int shift, boolean flip, double noise) {

  /** Whether examples stay as they are. */
  public boolean isOff() {
    return shift == 0 && !flip && noise == 0;
  }

  /**
   * Checks that examples can be varied so.
   *
   * @param shape the form of one example
   * @throws IllegalArgumentException if they are to be shifted or flipped and are no images, or to
   *     be shifted out of sight
   */
  public void check(Shape shape) {
    if ((shift > 0 || flip) && !shape.isImage()) {
      throw new IllegalArgumentException(
          "%s needs images, and these data have %d columns; leave it out"
              .formatted(shift > 0 ? "shift " + shift : "flip true", shape.size()));
    }
    if (shift > 0 && shift >= Math.min(shape.height(), shape.width())) {
      throw new IllegalArgumentException(
          "shift %d would move images of %d x %d pixels out of sight; use a smaller one"
              .formatted(shift, shape.height(), shape.width()));
    }
  }

  /**
   * Varies examples in place.
   *
   * @param features example by example, each of this shape
   * @param shape the form of one example
   * @param random what chance decides; used up in the order of the examples
   */
  public void vary(float[] features, Shape shape, Random random) {
    int size = shape.size();
    for (int at = 0; at < features.length; at += size) {
      if (shift > 0) {
        int down = random.nextInt(2 * shift + 1) - shift;
        int right = random.nextInt(2 * shift + 1) - shift;
        move(features, at, shape, down, right);
      }
      if (flip && random.nextBoolean()) {
        mirror(features, at, size, shape.width());
      }
      if (noise > 0) {
        for (int i = at; i < at + size; i++) {
          features[i] += (float) (noise * random.nextGaussian());
        }
      }
    }
  }

  /** Rows are taken in the order that overwrites none before it was read. */
  private static void move(float[] features, int at, Shape shape, int down, int right) {
    int width = shape.width();
    int plane = shape.height() * width;
    for (int start = at; start < at + shape.size(); start += plane) {
      for (int i = 0; i < shape.height(); i++) {
        int row = down > 0 ? shape.height() - 1 - i : i;
        int from = Math.min(Math.max(row - down, 0), shape.height() - 1);
        moveRow(features, start + from * width, start + row * width, width, right);
      }
    }
  }

  private static void moveRow(float[] features, int from, int to, int width, int right) {
    int kept = width - Math.abs(right);
    float edge = features[right > 0 ? from : from + width - 1];
    System.arraycopy(features, from + Math.max(0, -right), features, to + Math.max(0, right), kept);
    if (right > 0) {
      Arrays.fill(features, to, to + right, edge);
    } else {
      Arrays.fill(features, to + kept, to + width, edge);
    }
  }

  private static void mirror(float[] features, int at, int size, int width) {
    for (int row = at; row < at + size; row += width) {
      for (int left = row, right = row + width - 1; left < right; left++, right--) {
        float pixel = features[left];
        features[left] = features[right];
        features[right] = pixel;
      }
    }
  }
}
