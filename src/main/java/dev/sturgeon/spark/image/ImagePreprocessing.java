package dev.sturgeon.spark.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Shape;
import dev.sturgeon.spark.ingest.HadoopFiles;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * All that turns an image into a network's input. Saved as {@code images.json} in a directory.
 *
 * <p>There is no MLlib pipeline as there is for tables: two numbers for each channel are all it
 * would hold, spread over a vector as long as an image has pixels, and plain Spark would still have
 * to be told how to read, scale and lay out images. This file says it in a form that any language
 * reads.
 *
 * @param shape the form of a network's input; images are scaled to it
 * @param scale how pixels become numbers
 * @param classes the labels, in the order of a network's outputs
 */
public record ImagePreprocessing(Shape shape, PixelScale scale, List<String> classes)
    implements Serializable {
  private static final String FILE = "images.json";
  private static final int VERSION = 1;

  /** Copies the list. */
  public ImagePreprocessing {
    classes = List.copyOf(classes);
    if (scale.mean().size() != shape.channels()) {
      throw new IllegalArgumentException("a scale of " + scale + " for images of " + shape);
    }
  }

  /** The file: a change of meaning raises the version. */
  private record Saved(
      @JsonProperty(required = true) int version,
      Shape shape,
      PixelScale scale,
      List<String> classes) {}

  /** Only the version, to be looked at before anything else. */
  private record Versioned(@JsonProperty(required = true) int version) {}

  /** Saves into a directory, over what was there. */
  void save(SparkSession spark, String directory) throws IOException {
    Path file = new Path(directory, FILE);
    try (var out = HadoopFiles.of(spark, file).create(file, true)) {
      Saved saved = new Saved(VERSION, shape, scale, classes);
      out.write(ImageJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(saved));
    }
  }

  /** Whether a directory holds preprocessing of images. */
  public static boolean isIn(SparkSession spark, String directory) {
    Path file = new Path(directory, FILE);
    try {
      return HadoopFiles.of(spark, file).exists(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Loads what a study saved, with this or an earlier version.
   *
   * @throws DataException if it cannot be read
   */
  public static ImagePreprocessing load(SparkSession spark, String directory) {
    Path file = new Path(directory, FILE);
    try (var in = HadoopFiles.of(spark, file).open(file)) {
      byte[] json = in.readAllBytes();
      int version = ImageJson.MAPPER.readValue(json, Versioned.class).version();
      if (version > VERSION) {
        throw new DataException(
            "%s: written by a newer Sturgeon (format %d, this one reads up to %d)"
                .formatted(file, version, VERSION));
      }
      Saved saved = ImageJson.MAPPER.readValue(json, Saved.class);
      return new ImagePreprocessing(saved.shape(), saved.scale(), saved.classes());
    } catch (JsonProcessingException e) {
      throw new DataException(file + ": is not a preprocessing description", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static DataException unreadable(Path file, IOException e) {
    return new DataException(file + ": saved preprocessing cannot be read: " + e.getMessage(), e);
  }
}
