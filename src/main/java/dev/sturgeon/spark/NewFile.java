package dev.sturgeon.spark;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.jspecify.annotations.Nullable;

/**
 * A file being created where there is none, in one go. That it is taken may be found out as late as
 * at its end: object stores look then.
 */
final class NewFile implements Closeable {
  private final FileSystem files;
  private final Path path;
  private final FSDataOutputStream out;
  private boolean finished;

  private NewFile(FileSystem files, Path path, FSDataOutputStream out) {
    this.files = files;
    this.path = path;
    this.out = out;
  }

  /** Begins it. */
  static NewFile begin(FileSystem files, Path path) throws IOException {
    return new NewFile(files, path, create(files, path));
  }

  /**
   * A stream into a new file.
   *
   * @throws FileAlreadyExistsException if it is known at once that there is one
   */
  static FSDataOutputStream create(FileSystem files, Path path) throws IOException {
    try {
      // S3A checks at the end, and only if it is told to; others do not know the option.
      FSDataOutputStreamBuilder<?, ?> builder = files.createFile(path);
      builder.recursive().overwrite(false);
      builder.opt(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
      return builder.build();
    } catch (IOException e) {
      // HDFS has several exceptions for this.
      throw files.exists(path) ? taken(path, e) : e;
    }
  }

  /**
   * Writes all of it.
   *
   * @throws FileAlreadyExistsException if another writer was faster
   */
  void finish(byte[] content) throws IOException {
    try {
      out.write(content);
      if (out.hasCapability(StreamCapabilities.HSYNC)) {
        out.hsync();
      }
      finished = true;
      out.close();
    } catch (IOException e) {
      byte[] there = read();
      if (there == null || !Arrays.equals(there, content)) {
        throw there == null || isBeginning(there, content) ? e : taken(path, e);
      }
    }
  }

  /** Lets go of it; what is not finished shall not appear where that can be avoided. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      finished = true;
      discard(out);
    }
  }

  /** Closes a stream; where closing publishes what was written so far, that is avoided. */
  static void discard(FSDataOutputStream out) throws IOException {
    if (out.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
      out.abort();
    }
    out.close();
  }

  private byte @Nullable [] read() throws IOException {
    try (FSDataInputStream in = files.open(path)) {
      return in.readAllBytes();
    } catch (FileNotFoundException absent) {
      return null;
    }
  }

  private static boolean isBeginning(byte[] there, byte[] content) {
    return Arrays.mismatch(there, content) == there.length;
  }

  private static FileAlreadyExistsException taken(Path path, IOException cause) {
    FileAlreadyExistsException failure = new FileAlreadyExistsException(path.toString());
    failure.initCause(cause);
    return failure;
  }
}
