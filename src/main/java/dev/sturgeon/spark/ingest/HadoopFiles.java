package dev.sturgeon.spark.ingest;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The file system a path lies on. */
public final class HadoopFiles {

  private HadoopFiles() {}

  /** The path's file system; for local paths without the hidden checksum files beside each file. */
  public static FileSystem of(SparkSession spark, Path path) throws IOException {
    FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
  }
}
