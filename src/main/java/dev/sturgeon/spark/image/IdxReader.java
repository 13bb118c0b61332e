package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Files;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled images from IDX files, on the driver: one sequential read is faster than any job,
 * and the files are too small to share out.
 */
record IdxReader(SparkSession spark) {

  /**
   * Reads a study's images; a directory's own test file is the test part unless one is given, and a
   * warning says so.
   */
  ImageParts read(Files files, List<String> warnings) {
    IdxNames names = new IdxNames(spark);
    String main = files.main();
    @Nullable String test = files.test();
    if (names.isDirectory(main)) {
      if (test == null) {
        test = names.images(main, IdxNames.TEST).orElse(null);
        if (test != null) {
          warnings.add(test + ": is the test part, whatever data.split.test says");
        }
      }
      main = find(names, main, IdxNames.TRAIN, IdxNames.TRAIN);
    }
    return new ImageParts(
        labelled(main),
        files.dev() == null ? null : labelled(files.dev()),
        test == null ? null : labelled(test));
  }

  /**
   * The labelled images of a file, or of a directory: of its test file if it has one, else of its
   * training file.
   */
  ImageSet labelled(String path) {
    IdxNames names = new IdxNames(spark);
    IdxFile images = IdxFile.images(spark, file(path));
    IdxFile labels = IdxFile.labels(spark, names.labels(images.name()), images);
    String[] text = new String[256];
    for (int label = 0; label < text.length; label++) {
      text[label] = String.valueOf(label);
    }
    String[] labelOf = new String[labels.count()];
    for (int row = 0; row < labelOf.length; row++) {
      labelOf[row] = text[Byte.toUnsignedInt(labels.values()[row])];
    }
    return new ImageSet(images.name(), images.shape(), images.values(), labelOf);
  }

  /** The images file that a path names, itself or as a directory. */
  String file(String path) {
    IdxNames names = new IdxNames(spark);
    return names.isDirectory(path) ? find(names, path, IdxNames.TEST, IdxNames.TRAIN) : path;
  }

  private static String find(IdxNames names, String directory, String first, String second) {
    Optional<String> found =
        names.images(directory, first).or(() -> names.images(directory, second));
    return found.orElseThrow(
        () ->
            new DataException(
                "%s: holds no %s-images-idx3-ubyte, with or without .gz; give a directory that does, or a file of images"
                    .formatted(directory, second)));
  }
}
