package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Shape;
import dev.sturgeon.spark.ingest.HadoopFiles;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * A file of unsigned bytes in the IDX format of Yann LeCun's MNIST: two zero bytes, the type 08,
 * the number of dimensions, each dimension as a big-endian int, the values. Packed with gzip if its
 * name ends in {@code .gz}.
 *
 * @param name its path, for messages
 * @param dimensions the first is the number of examples
 * @param values not copied
 */
record IdxFile(String name, int[] dimensions, byte[] values) {
  private static final int BUFFER = 1 << 16;
  private static final int BYTES = 8;
  private static final int MAX_DIMENSIONS = 4;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Gzip packs no more bytes than so many into one. */
  private static final int GZIP_LIMIT = 1032;

  /**
   * Reads images: {@code count x height x width} or {@code count x channels x height x width}.
   *
   * @throws DataException if the file is not there, or is not such a file
   */
  static IdxFile images(SparkSession spark, String path) {
    IdxFile file = read(spark, path);
    int[] dimensions = file.dimensions();
    if (dimensions.length < 3) {
      throw new DataException(
          "%s: has %d dimensions (idx%d), images have 3 or 4 (idx3, idx4)%s"
              .formatted(
                  path,
                  dimensions.length,
                  dimensions.length,
                  dimensions.length == 1 ? "; these look like labels" : ""));
    }
    if (dimensions.length == 4 && dimensions[1] != 1 && dimensions[1] != 3) {
      throw new DataException(
          "%s: holds images of %d channels; the dimensions of idx4 are the number of images, 1 or 3"
                  .formatted(path, dimensions[1])
              + " channels, height and width");
    }
    return file;
  }

  /**
   * Reads labels, one for each of so many images.
   *
   * @throws DataException if the file is not there, or is not such a file
   */
  static IdxFile labels(SparkSession spark, String path, IdxFile images) {
    IdxFile file = read(spark, path);
    if (file.dimensions().length != 1) {
      throw new DataException(
          "%s: has %d dimensions (idx%d), labels have one (idx1)"
              .formatted(path, file.dimensions().length, file.dimensions().length));
    }
    if (file.count() != images.count()) {
      throw new DataException(
          "%s: holds %d labels for the %d images of %s; there must be one for each"
              .formatted(path, file.count(), images.count(), images.name()));
    }
    return file;
  }

  /** How many examples there are. */
  int count() {
    return dimensions[0];
  }

  /** The form of one image. */
  Shape shape() {
    int last = dimensions.length - 1;
    return new Shape(last == 3 ? dimensions[1] : 1, dimensions[last - 1], dimensions[last]);
  }

  private static IdxFile read(SparkSession spark, String path) {
    Path where = new Path(path);
    try {
      FileSystem files = HadoopFiles.of(spark, where);
      long length = files.getFileStatus(where).getLen();
      boolean packed = where.getName().endsWith(".gz");
      try (InputStream raw = files.open(where, BUFFER)) {
        InputStream bytes = packed ? new GZIPInputStream(raw, BUFFER) : raw;
        return read(
            path,
            new DataInputStream(new BufferedInputStream(bytes, BUFFER)),
            packed ? length * GZIP_LIMIT : length);
      }
    } catch (FileNotFoundException e) {
      throw new DataException(path + ": no such file", e);
    } catch (ZipException e) {
      throw new DataException(
          path + ": its name ends in .gz, but it is not gzip or is damaged: " + e.getMessage(), e);
    } catch (EOFException e) {
      throw new DataException(path + ": ends too early; the file is not complete", e);
    } catch (IOException e) {
      throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static IdxFile read(String path, DataInputStream in, long limit) throws IOException {
    byte[] magic = new byte[4];
    in.readFully(magic);
    checkMagic(path, magic);
    int[] dimensions = new int[magic[3]];
    long size = 1;
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = in.readInt();
      if (dimensions[i] < 1) {
        throw new DataException(
            "%s: dimension %d is %d; it must be above 0".formatted(path, i + 1, dimensions[i]));
      }
      // Four ints can be larger than any long.
      size = Math.min(size, LARGEST_ARRAY + 1L) * dimensions[i];
    }
    // Before the array is made: a damaged header must not take all memory.
    if (size > limit) {
      throw truncated(path, size);
    }
    if (size > LARGEST_ARRAY) {
      throw new DataException(path + ": holds more than 2 GB; use several smaller files");
    }
    byte[] values = new byte[(int) size];
    if (in.readNBytes(values, 0, values.length) < values.length) {
      throw truncated(path, size);
    }
    if (in.read() >= 0) {
      throw new DataException(
          "%s: goes on after the %d values its dimensions say; it is damaged"
              .formatted(path, size));
    }
    return new IdxFile(path, dimensions, values);
  }

  private static DataException truncated(String path, long size) {
    return new DataException(
        "%s: ends before the %d values its dimensions say; the file is not complete"
            .formatted(path, size));
  }

  private static void checkMagic(String path, byte[] magic) {
    if (magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      throw new DataException(path + ": is packed with gzip; let its name end in .gz");
    }
    if (magic[0] != 0 || magic[1] != 0 || magic[3] < 1 || magic[3] > MAX_DIMENSIONS) {
      throw new DataException(
          "%s: starts with %s, which is no IDX file; images start with 00000803, labels with 00000801"
              .formatted(path, HexFormat.of().formatHex(magic)));
    }
    if (magic[2] != BYTES) {
      throw new DataException(
          "%s: holds values of type %02x; only unsigned bytes (08) can be read"
              .formatted(path, magic[2]));
    }
  }
}
