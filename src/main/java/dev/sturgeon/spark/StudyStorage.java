package dev.sturgeon.spark;

import dev.sturgeon.store.LocalStorage;
import dev.sturgeon.store.Patience;
import dev.sturgeon.store.PatientStorage;
import dev.sturgeon.store.Storage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Opens a study directory from its name, on the driver and on executors alike. */
public final class StudyStorage {

  private StudyStorage() {}

  /**
   * The storage a name stands for; what fails for a moment is asked again.
   *
   * @param directory a local path, absolute or relative to the working directory, or a URI of any
   *     file system Spark is set up for; a local path is local whatever Hadoop's default is
   * @throws IOException if there is no such file system, it cannot be reached, or the name is that
   *     of a file
   */
  public static Storage open(String directory) throws IOException {
    return new PatientStorage(of(directory), Patience.usual());
  }

  private static Storage of(String directory) throws IOException {
    if (!isUri(directory)) {
      return local(directory, Path.of(directory));
    }
    if (directory.startsWith("file:")) {
      return local(directory, local(directory));
    }
    var path = new org.apache.hadoop.fs.Path(directory);
    return new HadoopStorage(path.getFileSystem(configuration()), path);
  }

  private static Storage local(String directory, Path path) throws NotDirectoryException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new NotDirectoryException(directory);
    }
    return new LocalStorage(path);
  }

  /**
   * The URI a name stands for: a local path becomes absolute, so that it means the same to Hadoop
   * and to executors with another working directory. As Hadoop reads URIs, nothing is encoded.
   */
  public static String uri(String directory) {
    if (isUri(directory) && !directory.startsWith("file:")) {
      return directory;
    }
    Path local = isUri(directory) ? local(directory) : Path.of(directory);
    return "file://" + local.toAbsolutePath().normalize();
  }

  /**
   * How many bytes a file has.
   *
   * @throws NoSuchFileException if there is none, or a directory
   */
  public static long size(String file) throws IOException {
    if (!isUri(file) || file.startsWith("file:")) {
      Path path = isUri(file) ? local(file) : Path.of(file);
      return fileSize(file, Files.isDirectory(path), Files.size(path));
    }
    var path = new org.apache.hadoop.fs.Path(file);
    try {
      FileStatus found = path.getFileSystem(configuration()).getFileStatus(path);
      return fileSize(file, found.isDirectory(), found.getLen());
    } catch (FileNotFoundException e) {
      NoSuchFileException absent = new NoSuchFileException(file);
      absent.initCause(e);
      throw absent;
    }
  }

  private static long fileSize(String file, boolean isDirectory, long size)
      throws NoSuchFileException {
    if (isDirectory) {
      throw new NoSuchFileException(file, null, "it is a directory, and no file");
    }
    return size;
  }

  private static boolean isUri(String directory) {
    return directory.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
  }

  /** People write {@code file:/a b} as well as {@code file:///a%20b}. */
  private static Path local(String uri) {
    try {
      return Path.of(URI.create(uri));
    } catch (IllegalArgumentException notAProperUri) {
      return Path.of(new org.apache.hadoop.fs.Path(uri).toUri().getPath());
    }
  }

  /** Hadoop's configuration with Spark's {@code spark.hadoop.*} settings where there are any. */
  private static Configuration configuration() {
    SparkEnv spark = SparkEnv.get();
    return spark == null
        ? new Configuration()
        : SparkHadoopUtil.get().newConfiguration(spark.conf());
  }
}
