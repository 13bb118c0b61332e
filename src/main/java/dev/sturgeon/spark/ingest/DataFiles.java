package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** A look at files before Spark reads them. */
final class DataFiles {

  private DataFiles() {}

  /**
   * Refuses a file, directory or glob that is not there or may not be read.
   *
   * @param setting what names it in the configuration or on the command line
   */
  static void checkReadable(SparkSession spark, String path, String setting) {
    try {
      Path where = new Path(path);
      FileSystem files = HadoopFiles.of(spark, where);
      FileStatus[] found = files.globStatus(where);
      if (found == null || found.length == 0) {
        throw new DataException("%s: no such file (%s)".formatted(path, setting));
      }
      for (FileStatus file : found) {
        if (file.isFile()) {
          files.open(file.getPath()).close();
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(
          "%s: cannot be read (%s): %s".formatted(path, setting, e.getMessage()), e);
    }
  }
}
