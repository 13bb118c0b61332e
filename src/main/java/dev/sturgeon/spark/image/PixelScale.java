package dev.sturgeon.spark.image;

import dev.sturgeon.data.Shape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How pixels become a network's input: divided by 255, then for each channel less its mean and
 * divided by its standard deviation, as the course normalises inputs.
 *
 * <p>A channel has one mean and one deviation, not one for every place in the image: scaled place
 * by place, a shifted or flipped image would be another one, and neighbouring pixels, over which a
 * convolution slides one filter, would not mean the same.
 *
 * @param mean of each channel over the training part, 0 to 1
 * @param std standard deviation of each channel over the training part; 1 where it would be 0
 */
public record PixelScale(List<Double> mean, List<Double> std) implements Serializable {
  private static final int VALUES = 256;
  private static final double WHITE = 255;

  /** Copies the lists and checks that the scale is one. */
  public PixelScale {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.isEmpty() || mean.size() != std.size() || !std.stream().allMatch(s -> s > 0)) {
      throw new IllegalArgumentException("cannot scale by means " + mean + " and stds " + std);
    }
  }

  /** Fits a scale to some of the images: exact, whatever their order. */
  static PixelScale fit(ImageSet images, int[] rows) {
    Shape shape = images.shape();
    List<Double> mean = new ArrayList<>();
    List<Double> std = new ArrayList<>();
    for (long[] counts : histograms(images, rows)) {
      double pixels = (double) rows.length * shape.height() * shape.width();
      double sum = 0;
      for (int value = 0; value < VALUES; value++) {
        sum += counts[value] * (value / WHITE);
      }
      double average = sum / pixels;
      double squares = 0;
      for (int value = 0; value < VALUES; value++) {
        double distance = value / WHITE - average;
        squares += counts[value] * distance * distance;
      }
      mean.add(average);
      std.add(squares > 0 ? Math.sqrt(squares / pixels) : 1);
    }
    return new PixelScale(mean, std);
  }

  /** How often each channel has each value. */
  private static long[][] histograms(ImageSet images, int[] rows) {
    Shape shape = images.shape();
    int area = shape.height() * shape.width();
    long[][] counts = new long[shape.channels()][VALUES];
    for (int row : rows) {
      int at = row * shape.size();
      for (long[] channel : counts) {
        for (int i = 0; i < area; i++) {
          channel[Byte.toUnsignedInt(images.pixels()[at++])]++;
        }
      }
    }
    return counts;
  }

  /**
   * Some images as numbers, in the order given.
   *
   * @param shape the form of each image
   * @param pixels image by image
   * @param rows which of them
   */
  public float[] apply(Shape shape, byte[] pixels, int[] rows) {
    int area = shape.height() * shape.width();
    float[] scaled = new float[rows.length * shape.size()];
    for (int channel = 0; channel < shape.channels(); channel++) {
      float[] table = table(channel);
      for (int i = 0; i < rows.length; i++) {
        int from = rows[i] * shape.size() + channel * area;
        int to = i * shape.size() + channel * area;
        for (int pixel = 0; pixel < area; pixel++) {
          scaled[to + pixel] = table[Byte.toUnsignedInt(pixels[from + pixel])];
        }
      }
    }
    return scaled;
  }

  private float[] table(int channel) {
    float[] table = new float[VALUES];
    for (int value = 0; value < VALUES; value++) {
      table[value] = (float) ((value / WHITE - mean.get(channel)) / std.get(channel));
    }
    return table;
  }
}
