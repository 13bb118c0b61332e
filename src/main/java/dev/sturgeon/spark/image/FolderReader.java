package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Files;
import dev.sturgeon.data.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * Reads images from folders. The executors read, decode and scale them, many files to a task:
 * Spark's own source of binary files would make a task of every 32.
 *
 * @param spark the session
 * @param shape what to scale them to
 */
record FolderReader(SparkSession spark, Shape shape) {
  private static final int FILES_PER_TASK = 500;

  /** Reads a study's images, a directory for each class; adds what a person should know. */
  ImageParts read(Files files, List<String> warnings) {
    return new ImageParts(
        labelled(files.main(), warnings),
        files.dev() == null ? null : labelled(files.dev(), warnings),
        files.test() == null ? null : labelled(files.test(), warnings));
  }

  private ImageSet labelled(String path, List<String> warnings) {
    ImageFolder folder = ImageFolder.labelled(spark, path);
    warnings.addAll(folder.warnings());
    byte[] pixels = ImageSet.array(path, shape, folder.files().size());
    List<Decoded> images = decode(folder).collect();
    refuseBad(folder, images.stream().filter(image -> image.problem() != null).toList());
    String[] labels = new String[images.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Objects.requireNonNull(images.get(i).file().label());
      byte[] some = Objects.requireNonNull(images.get(i).pixels());
      System.arraycopy(some, 0, pixels, i * shape.size(), some.length);
    }
    return new ImageSet(path, shape, pixels, labels);
  }

  /** The images, in the order of the files; none of them is bad. Decodes them when used. */
  JavaRDD<Decoded> good(ImageFolder folder) {
    JavaRDD<Decoded> images = decode(folder);
    refuseBad(folder, images.filter(image -> image.problem() != null).collect());
    return images;
  }

  private JavaRDD<Decoded> decode(ImageFolder folder) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int files = folder.files().size();
    int tasks =
        Math.max(
            Math.min(files, context.defaultParallelism()),
            (files + FILES_PER_TASK - 1) / FILES_PER_TASK);
    ImageDecoder decoder = new ImageDecoder(shape);
    return context.parallelize(folder.files(), tasks).map(file -> decode(decoder, file));
  }

  private static Decoded decode(ImageDecoder decoder, ImageFile file) {
    Path path = new Path(file.uri());
    var settings = SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    try (var in = path.getFileSystem(settings).open(path)) {
      return new Decoded(file, decoder.decode(in.readAllBytes()), null);
    } catch (IOException e) {
      return new Decoded(file, null, String.valueOf(e.getMessage()));
    }
  }

  private static void refuseBad(ImageFolder folder, List<Decoded> bad) {
    if (!bad.isEmpty()) {
      throw new DataException(
          "%s: %d of %d images cannot be used; %s: %s. Mend or remove them"
              .formatted(
                  folder.path(),
                  bad.size(),
                  folder.files().size(),
                  bad.get(0).file().name(),
                  bad.get(0).problem()));
    }
  }
}
