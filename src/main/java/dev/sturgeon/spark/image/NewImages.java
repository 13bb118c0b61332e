package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Shape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * New images, preprocessed as the training data were.
 *
 * @param images in the order of the file, or of the files' names
 * @param warnings what is not used
 */
public record NewImages(JavaRDD<NewImage> images, List<String> warnings) {
  private static final int IMAGES_PER_TASK = 2048;

  /** Some neighbouring images of an IDX file. */
  private record Chunk(int first, byte[] pixels, String @Nullable [] labels)
      implements Serializable {}

  /** Copies the list. */
  public NewImages {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads IDX files or folders, whichever of the two there is: not necessarily the kind that the
   * network was trained on. Images of a folder are scaled to the network's size.
   *
   * @param path an IDX file of images, a directory that holds one, or a folder of PNG and JPEG
   *     files, in directories for their classes or not
   * @param labelled whether a label is needed of each, and one that the network knows
   * @throws DataException if there is neither, or an image cannot be used
   */
  public static NewImages read(
      SparkSession spark, ImagePreprocessing preprocessing, String path, boolean labelled) {
    IdxNames names = new IdxNames(spark);
    boolean idx =
        names.isDirectory(path)
            ? names
                .images(path, IdxNames.TEST)
                .or(() -> names.images(path, IdxNames.TRAIN))
                .isPresent()
            : !ImageFolder.isImage(new Path(path).getName());
    return idx
        ? ofIdx(spark, preprocessing, path, labelled)
        : ofFolder(spark, preprocessing, path, labelled);
  }

  private static NewImages ofFolder(
      SparkSession spark, ImagePreprocessing preprocessing, String path, boolean labelled) {
    ImageFolder folder =
        labelled ? ImageFolder.labelled(spark, path) : ImageFolder.unlabelled(spark, path);
    if (labelled) {
      folder.files().forEach(file -> checkKnown(path, file.label(), preprocessing.classes()));
    }
    int[] first = {0};
    JavaRDD<NewImage> images =
        new FolderReader(spark, preprocessing.shape())
            .good(folder)
            .map(
                image ->
                    new NewImage(
                        image.file().name(),
                        image.file().label(),
                        preprocessing
                            .scale()
                            .apply(
                                preprocessing.shape(),
                                Objects.requireNonNull(image.pixels()),
                                first)));
    return new NewImages(images, folder.warnings());
  }

  private static NewImages ofIdx(
      SparkSession spark, ImagePreprocessing preprocessing, String path, boolean labelled) {
    IdxReader reader = new IdxReader(spark);
    if (labelled) {
      ImageSet set = reader.labelled(path);
      checkShape(set.name(), set.shape(), preprocessing.shape());
      for (String label : set.labels()) {
        checkKnown(set.name(), label, preprocessing.classes());
      }
      return ofChunks(spark, preprocessing, set.pixels(), set.labels());
    }
    IdxFile file = IdxFile.images(spark, reader.file(path));
    checkShape(file.name(), file.shape(), preprocessing.shape());
    return ofChunks(spark, preprocessing, file.values(), null);
  }

  private static NewImages ofChunks(
      SparkSession spark,
      ImagePreprocessing preprocessing,
      byte[] pixels,
      String @Nullable [] labels) {
    int size = preprocessing.shape().size();
    int images = pixels.length / size;
    List<Chunk> chunks = new ArrayList<>();
    for (int first = 0; first < images; first += IMAGES_PER_TASK) {
      int end = Math.min(first + IMAGES_PER_TASK, images);
      chunks.add(
          new Chunk(
              first,
              Arrays.copyOfRange(pixels, first * size, end * size),
              labels == null ? null : Arrays.copyOfRange(labels, first, end)));
    }
    return new NewImages(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(chunks, chunks.size())
            .flatMap(chunk -> images(chunk, preprocessing)),
        List.of());
  }

  private static Iterator<NewImage> images(Chunk chunk, ImagePreprocessing preprocessing) {
    Shape shape = preprocessing.shape();
    List<NewImage> images = new ArrayList<>();
    for (int i = 0; i < chunk.pixels().length / shape.size(); i++) {
      images.add(
          new NewImage(
              String.valueOf(chunk.first() + i),
              chunk.labels() == null ? null : chunk.labels()[i],
              preprocessing.scale().apply(shape, chunk.pixels(), new int[] {i})));
    }
    return images.iterator();
  }

  private static void checkShape(String name, Shape found, Shape wanted) {
    if (!found.equals(wanted)) {
      throw new DataException(
          "%s: its images are %s, the network was trained on %s".formatted(name, found, wanted));
    }
  }

  private static void checkKnown(String name, @Nullable String label, List<String> classes) {
    if (!classes.contains(String.valueOf(label))) {
      throw new DataException(
          "%s: the label '%s' is none of the network's: %s"
              .formatted(name, label, String.join(", ", classes)));
    }
  }
}
