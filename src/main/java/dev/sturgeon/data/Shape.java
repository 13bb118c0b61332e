package dev.sturgeon.data;

import java.io.Serializable;

/**
 * The form of one example's features: an image, or a flat row of numbers.
 *
 * <p>An image's numbers lie channel by channel, each row by row from the top (NCHW).
 *
 * @param channels 1 for grey, 3 for colour; of a flat row, all its features
 * @param height rows of pixels; 1 for a flat row
 * @param width pixels of a row; 1 for a flat row
 */
public record Shape(int channels, int height, int width) implements Serializable {

  /** Checks that nothing is empty and that an array can hold one example. */
  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "no example is %d x %d x %d".formatted(channels, height, width));
    }
    if ((double) channels * height * width > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "%d x %d x %d numbers are more than one array can hold"
              .formatted(channels, height, width));
    }
  }

  /** A flat row of so many numbers. */
  public static Shape flat(int columns) {
    return new Shape(columns, 1, 1);
  }

  /** How many numbers an example has. */
  public int size() {
    return channels * height * width;
  }

  /** Whether neighbouring numbers are neighbouring pixels. */
  public boolean isImage() {
    return height > 1 || width > 1;
  }

  @Override
  public String toString() {
    return isImage() ? channels + " x " + height + " x " + width : channels + " columns";
  }
}
