package dev.sturgeon.spark;

import dev.sturgeon.store.StudyPath;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;

/**
 * How a file system behaves, found out by trying in the study directory.
 *
 * @param syncs whether content can be made durable while a file grows, as on HDFS
 * @param appearsWhole whether a file is seen only when it is closed, as on object stores: it needs
 *     no temporary name
 */
record FileSystemTraits(boolean syncs, boolean appearsWhole) {

  /** Begins a file that is deleted again. */
  static FileSystemTraits of(FileSystem files, Path directory) throws IOException {
    Path trial = new Path(directory, StudyPath.TEMPORARY + UUID.randomUUID());
    try (FSDataOutputStream out = NewFile.create(files, trial)) {
      boolean syncs = out.hasCapability(StreamCapabilities.HSYNC);
      return new FileSystemTraits(syncs, !syncs && !files.exists(trial));
    } finally {
      files.delete(trial, false);
    }
  }

  /** Whether of two that create the same file at the same time one is refused. */
  static boolean createsExclusively(FileSystem files, Path directory) throws IOException {
    Path trial = new Path(directory, StudyPath.TEMPORARY + UUID.randomUUID());
    try {
      boolean first;
      boolean second;
      try (NewFile one = NewFile.begin(files, trial)) {
        second = finish(files, trial, 2);
        first = finish(one, 1);
      }
      return first != second;
    } finally {
      files.delete(trial, false);
    }
  }

  private static boolean finish(FileSystem files, Path trial, int content) throws IOException {
    try (NewFile file = NewFile.begin(files, trial)) {
      return finish(file, content);
    } catch (FileAlreadyExistsException refused) {
      return false;
    }
  }

  private static boolean finish(NewFile file, int content) throws IOException {
    try {
      file.finish(new byte[] {(byte) content});
      return true;
    } catch (FileAlreadyExistsException refused) {
      return false;
    }
  }
}
