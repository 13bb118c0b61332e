package dev.sturgeon.spark.image;

import dev.sturgeon.data.Shape;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Turns the content of a PNG or JPEG file into pixels of one size. Transparency is dropped; colour
 * becomes grey as ITU-R BT.601 weighs it; a camera's note of how it was held is not looked at.
 *
 * @param shape channels (1 for grey, 3 for red, green and blue), height and width to make
 */
record ImageDecoder(Shape shape) implements Serializable {
  /** A small file can unpack to any size. */
  private static final long MOST_PIXELS = 100_000_000;

  /**
   * The pixels, channel by channel, each row by row.
   *
   * @throws IOException if the file is no image, or a damaged one; the message says which
   */
  byte[] decode(byte[] file) throws IOException {
    BufferedImage image;
    try {
      image = read(file);
    } catch (RuntimeException e) {
      // ImageIO's readers throw these as well where a file is damaged.
      throw new IOException("is damaged: " + e.getMessage(), e);
    }
    float[][] channels = isGrey(image) ? grey(image) : colour(image);
    Resampling scaled =
        Resampling.of(image.getHeight(), image.getWidth(), shape.height(), shape.width());
    byte[] pixels = new byte[shape.size()];
    int area = shape.height() * shape.width();
    for (int channel = 0; channel < shape.channels(); channel++) {
      float[] values = scaled.apply(channels[channel % channels.length]);
      for (int i = 0; i < area; i++) {
        pixels[channel * area + i] = (byte) Math.min(255, Math.round(values[i]));
      }
    }
    return pixels;
  }

  /** Read from memory: ImageIO's usual way makes a temporary file for every image. */
  private static BufferedImage read(byte[] file) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("is no PNG or JPEG image");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
          throw new IOException("has " + pixels + " pixels; at most " + MOST_PIXELS + " are read");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    }
  }

  private static boolean isGrey(BufferedImage image) {
    ColorModel model = image.getColorModel();
    return !(model instanceof IndexColorModel)
        && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /**
   * Grey as it stands in the file: {@code getRGB} would take it for linear light and brighten it.
   */
  private static float[][] grey(BufferedImage image) {
    Raster raster = image.getRaster();
    int width = image.getWidth();
    float[] samples = raster.getSamples(0, 0, width, image.getHeight(), 0, (float[]) null);
    float white = (1 << image.getColorModel().getComponentSize(0)) - 1;
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= 255 / white;
    }
    return new float[][] {samples};
  }

  private float[][] colour(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    float[][] channels = new float[shape.channels()][argb.length];
    for (int i = 0; i < argb.length; i++) {
      int red = argb[i] >> 16 & 255;
      int green = argb[i] >> 8 & 255;
      int blue = argb[i] & 255;
      if (channels.length == 1) {
        channels[0][i] = 0.299f * red + 0.587f * green + 0.114f * blue;
      } else {
        channels[0][i] = red;
        channels[1][i] = green;
        channels[2][i] = blue;
      }
    }
    return channels;
  }
}
