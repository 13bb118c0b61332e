package dev.sturgeon.spark.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Scales one channel of an image along its rows and then its columns with a triangle filter: the
 * usual bilinear interpolation to larger sizes, a weighted mean of all pixels under an output pixel
 * to smaller ones, so that none is skipped.
 *
 * <p>Done here and not by Java 2D, whose results depend on the JDK and which can want a display.
 *
 * @param rows the filter of each output row
 * @param columns the filter of each output column
 */
record Resampling(List<Filter> rows, List<Filter> columns) {

  /** Weights of some neighbouring pixels, which add up to 1. */
  record Filter(int from, float[] weights) {

    float of(float[] values, int start, int step) {
      float sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * values[start + (from + i) * step];
      }
      return sum;
    }
  }

  /** From one height and width to another. */
  static Resampling of(int fromHeight, int fromWidth, int toHeight, int toWidth) {
    return new Resampling(filters(fromHeight, toHeight), filters(fromWidth, toWidth));
  }

  private static List<Filter> filters(int from, int to) {
    double scale = (double) from / to;
    double reach = Math.max(scale, 1);
    List<Filter> filters = new ArrayList<>();
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      int first = Math.max(0, (int) Math.floor(centre - reach));
      int last = Math.min(from, (int) Math.ceil(centre + reach));
      filters.add(new Filter(first, weights(first, last, centre, reach)));
    }
    return filters;
  }

  private static float[] weights(int first, int last, double centre, double reach) {
    double[] weights = new double[last - first];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.max(0, 1 - Math.abs(first + i + 0.5 - centre) / reach);
      sum += weights[i];
    }
    float[] shares = new float[weights.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) (weights[i] / sum);
    }
    return shares;
  }

  /** A channel, row by row, in the new size. */
  float[] apply(float[] channel) {
    int fromWidth = width();
    int fromHeight = channel.length / fromWidth;
    float[] narrow = new float[fromHeight * columns.size()];
    for (int y = 0; y < fromHeight; y++) {
      for (int x = 0; x < columns.size(); x++) {
        narrow[y * columns.size() + x] = columns.get(x).of(channel, y * fromWidth, 1);
      }
    }
    float[] scaled = new float[rows.size() * columns.size()];
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < columns.size(); x++) {
        scaled[y * columns.size() + x] = rows.get(y).of(narrow, x, columns.size());
      }
    }
    return scaled;
  }

  /** The last filter ends where a row of the original ends. */
  private int width() {
    Filter last = columns.get(columns.size() - 1);
    return last.from() + last.weights().length;
  }
}
