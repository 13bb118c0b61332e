package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataSpec;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;

/** The built-in digits as files of images, 8 x 8 pixels each. */
public final class DigitImages {
  private static final int PIXELS = 64;

  /**
   * An image.
   *
   * @param pixels row by row, 0 to 255
   * @param digit what it shows
   */
  record Digit(byte[] pixels, int digit) {}

  private DigitImages() {}

  /** Those of the given positions. */
  static List<Digit> digits(int from, int to) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(DataSpec.class.getResourceAsStream("digits.csv")),
                StandardCharsets.US_ASCII))) {
      return lines.lines().skip(from).limit(to - from).map(DigitImages::digit).toList();
    }
  }

  private static Digit digit(String line) {
    String[] cells = line.split(",", -1);
    byte[] pixels = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      pixels[i] = (byte) Math.min(255, 16 * Integer.parseInt(cells[i]));
    }
    return new Digit(pixels, Integer.parseInt(cells[PIXELS]));
  }

  /** Writes the four files of MNIST: 1500 to train and 297 to test, packed. */
  public static void mnist(Path directory) throws IOException {
    idx(directory, "train", digits(0, 1500), ".gz");
    idx(directory, "t10k", digits(1500, 1797), ".gz");
  }

  /** Writes images and labels whose names begin so. */
  static void idx(Path directory, String part, List<Digit> digits, String end) throws IOException {
    Files.createDirectories(directory);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    for (Digit digit : digits) {
      pixels.writeBytes(digit.pixels());
      labels.write(digit.digit());
    }
    write(
        directory.resolve(part + "-images-idx3-ubyte" + end),
        idx(pixels.toByteArray(), digits.size(), 8, 8));
    write(
        directory.resolve(part + "-labels-idx1-ubyte" + end),
        idx(labels.toByteArray(), digits.size()));
  }

  /** The content of an IDX file. */
  static byte[] idx(byte[] values, int... dimensions) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x0800 + dimensions.length);
    for (int dimension : dimensions) {
      out.writeInt(dimension);
    }
    out.write(values);
    return bytes.toByteArray();
  }

  /** Writes a file, packed if its name says so. */
  static Path write(Path file, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (file.toString().endsWith(".gz")) {
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(content);
      }
    } else {
      bytes.writeBytes(content);
    }
    return Files.write(file, bytes.toByteArray());
  }

  /** Writes grey PNG files, a directory for each digit. */
  public static void folder(Path directory, int from, int to) throws IOException {
    List<Digit> digits = digits(from, to);
    for (int i : IntStream.range(0, digits.size()).toArray()) {
      Path place = Files.createDirectories(directory.resolve("digit " + digits.get(i).digit()));
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setDataElements(0, 0, 8, 8, digits.get(i).pixels());
      ImageIO.write(image, "png", place.resolve("%04d.png".formatted(from + i)).toFile());
    }
  }
}
