package dev.sturgeon.spark.image;

import dev.sturgeon.data.DataException;
import dev.sturgeon.spark.ingest.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The PNG and JPEG files of a folder and of the directories in it, in the order of their names.
 * Names that begin with a point do not count.
 *
 * @param path the folder
 * @param files what it holds
 * @param others how many files in it are not used
 */
record ImageFolder(String path, List<ImageFile> files, int others) {

  /** Lists a folder whose directories are the classes of the images in them. */
  static ImageFolder labelled(SparkSession spark, String path) {
    ImageFolder all = all(spark, path);
    List<ImageFile> files = all.files.stream().filter(file -> file.label() != null).toList();
    if (files.isEmpty()) {
      throw new DataException(
          path
              + ": holds no directory with PNG or JPEG files; there must be one for each class,"
              + " with the class's name");
    }
    return new ImageFolder(path, files, all.others + all.files.size() - files.size());
  }

  /** Lists a folder, with or without directories for classes, or one image. */
  static ImageFolder unlabelled(SparkSession spark, String path) {
    ImageFolder all = all(spark, path);
    if (all.files.isEmpty()) {
      throw new DataException(path + ": holds no PNG or JPEG file");
    }
    return all;
  }

  /** Whether a name ends as those of PNG and JPEG files do. */
  static boolean isImage(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".jpeg");
  }

  private static ImageFolder all(SparkSession spark, String path) {
    Path where = new Path(path);
    List<ImageFile> files = new ArrayList<>();
    int others = 0;
    try {
      FileSystem system = HadoopFiles.of(spark, where);
      for (FileStatus entry : list(system, where)) {
        if (!entry.isDirectory()) {
          others += add(files, entry, null);
          continue;
        }
        String label = entry.getPath().getName();
        int before = files.size();
        for (FileStatus inside : list(system, entry.getPath())) {
          others += add(files, inside, label);
        }
        if (files.size() == before) {
          throw new DataException(
              entry.getPath() + ": holds no PNG or JPEG file; fill or remove the directory");
        }
      }
    } catch (FileNotFoundException e) {
      throw new DataException(path + ": no such directory", e);
    } catch (IOException e) {
      throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
    }
    return new ImageFolder(path, files, others);
  }

  private static List<FileStatus> list(FileSystem system, Path directory) throws IOException {
    return Arrays.stream(system.listStatus(directory))
        .filter(entry -> !entry.getPath().getName().startsWith("."))
        .sorted(Comparator.comparing(entry -> entry.getPath().getName()))
        .toList();
  }

  /** Adds a file if it is an image; says how many others that makes. */
  private static int add(List<ImageFile> files, FileStatus file, @Nullable String label) {
    String name = file.getPath().getName();
    if (file.isDirectory() || !isImage(name)) {
      return 1;
    }
    String within = label == null ? name : label + "/" + name;
    files.add(new ImageFile(file.getPath().toString(), within, label));
    return 0;
  }

  /** A warning if something is not used. */
  List<String> warnings() {
    return others == 0
        ? List.of()
        : List.of(
            "%s: %d files or directories in it are no PNG or JPEG files of a class and are not used"
                .formatted(path, others));
  }
}
