package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.spark.ingest.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Finds IDX files by the names that MNIST and its kin have: {@code train-images-idx3-ubyte} and
 * {@code t10k-images-idx3-ubyte}, labels as {@code …-labels-idx1-ubyte}; a point may stand before
 * {@code idx}, and {@code .gz} at the end.
 */
record IdxNames(SparkSession spark) {
  /** How the name of a directory's training files begins. */
  static final String TRAIN = "train";

  /** How the name of a directory's test files begins. */
  static final String TEST = "t10k";

  private static final Pattern IMAGES =
      Pattern.compile("(.*)images([-.])idx[34]([-.])ubyte(?:\\.gz)?");

  /** The images file of a directory whose name begins so, if there is one. */
  Optional<String> images(String directory, String part) {
    for (String point : List.of("-", ".")) {
      for (String dimensions : List.of("idx3", "idx4")) {
        for (String end : List.of("", ".gz")) {
          String name = part + "-images" + point + dimensions + "-ubyte" + end;
          if (exists(new Path(directory, name))) {
            return Optional.of(new Path(directory, name).toString());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a path is a directory; a missing one is refused. */
  boolean isDirectory(String path) {
    Path where = new Path(path);
    try {
      return HadoopFiles.of(spark, where).getFileStatus(where).isDirectory();
    } catch (FileNotFoundException e) {
      throw new DataException(path + ": no such file or directory", e);
    } catch (IOException e) {
      throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The labels beside an images file.
   *
   * @throws DataException if there are none, or the name does not say what theirs is
   */
  String labels(String images) {
    Path path = new Path(images);
    Matcher name = IMAGES.matcher(path.getName());
    if (!name.matches()) {
      throw new DataException(
          images
              + ": its name does not say where its labels are; it must be like"
              + " train-images-idx3-ubyte, with train-labels-idx1-ubyte beside it");
    }
    Set<String> points = new LinkedHashSet<>(List.of(name.group(2), "-", "."));
    boolean packed = images.endsWith(".gz");
    List<String> names = new ArrayList<>();
    for (String point : points) {
      String labels = name.group(1) + "labels" + point + "idx1" + name.group(3) + "ubyte";
      names.add(labels + (packed ? ".gz" : ""));
      names.add(labels + (packed ? "" : ".gz"));
    }
    return names.stream()
        .map(labels -> new Path(path.getParent(), labels))
        .filter(this::exists)
        .map(Path::toString)
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    images
                        + ": its labels are missing: there is no "
                        + names.get(0)
                        + " beside it"));
  }

  private boolean exists(Path path) {
    try {
      return HadoopFiles.of(spark, path).exists(path);
    } catch (IOException e) {
      throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
