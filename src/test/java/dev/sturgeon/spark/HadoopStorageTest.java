package dev.sturgeon.spark;

import dev.sturgeon.store.Storage;
import dev.sturgeon.store.StorageContract;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

final class HadoopStorageTest {

  /** A file system that can sync, as HDFS can. */
  @Nested
  final class WhereContentCanBeSynced extends StorageContract {
    private final java.nio.file.Path directory;

    WhereContentCanBeSynced(@TempDir java.nio.file.Path directory) {
      this.directory = directory;
    }

    @Override
    protected Storage open() throws IOException {
      RawLocalFileSystem files = new RawLocalFileSystem();
      files.initialize(URI.create("file:///"), new Configuration());
      return storage(files, directory);
    }
  }

  /** A file system that cannot, as object stores cannot. */
  @Nested
  final class WhereItCannot extends StorageContract {
    private final java.nio.file.Path directory;

    WhereItCannot(@TempDir java.nio.file.Path directory) {
      this.directory = directory;
    }

    @Override
    protected Storage open() throws IOException {
      return storage(FileSystem.getLocal(new Configuration()), directory);
    }
  }

  private static Storage storage(FileSystem files, java.nio.file.Path directory) {
    return new HadoopStorage(files, new Path(directory.toString(), "a study"));
  }
}
