package dev.sturgeon.spark;

import dev.sturgeon.store.Storage;
import dev.sturgeon.store.StudyPath;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * A study directory on any Hadoop file system: HDFS, an object store, a mounted disk.
 *
 * <p>As durable and as exclusive as that file system: HDFS creates exclusively and syncs; the local
 * ones of Hadoop create without a lock, which is why {@link StudyStorage} leaves {@code file:} to
 * {@link dev.sturgeon.store.LocalStorage}. Where content cannot be synced, as on object stores, a
 * log is written anew at each append.
 */
final class HadoopStorage implements Storage {
  private final FileSystem files;
  private final Path root;

  HadoopStorage(FileSystem files, Path directory) {
    this.files = files;
    this.root = files.makeQualified(directory);
  }

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public boolean exists(String path) throws IOException {
    return files.exists(resolve(path));
  }

  @Override
  public byte[] read(String path) throws IOException {
    Path file = resolve(path);
    try (FSDataInputStream in = files.open(file)) {
      return in.readAllBytes();
    } catch (FileNotFoundException absent) {
      throw noSuchFile(file, absent);
    }
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    Path target = resolve(path);
    Path temporary = new Path(target.getParent(), StudyPath.TEMPORARY + UUID.randomUUID());
    try {
      try (FSDataOutputStream out = files.create(temporary, false)) {
        out.write(content);
        if (out.hasCapability(StreamCapabilities.HSYNC)) {
          out.hsync();
        }
      }
      replace(temporary, target);
    } finally {
      files.delete(temporary, false);
    }
  }

  @Override
  public Log createLog(String path) throws IOException {
    Path file = resolve(path);
    if (files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    FSDataOutputStream out;
    try {
      out = files.create(file, false);
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException taken) {
      FileAlreadyExistsException failure = new FileAlreadyExistsException(file.toString());
      failure.initCause(taken);
      throw failure;
    }
    if (out.hasCapability(StreamCapabilities.HSYNC)) {
      out.hsync();
      return new SyncedLog(out);
    }
    out.close();
    return new RewrittenLog(this, path);
  }

  @Override
  public List<String> list(String path) throws IOException {
    try {
      return Arrays.stream(files.listStatus(resolve(path)))
          .map(status -> status.getPath().getName())
          .filter(StudyPath::isFinished)
          .sorted()
          .toList();
    } catch (FileNotFoundException absent) {
      return List.of();
    }
  }

  @Override
  public void delete(String path) throws IOException {
    files.delete(resolve(path), true);
  }

  @Override
  public void move(String from, String to) throws IOException {
    Path source = resolve(from);
    Path target = resolve(to);
    if (!files.exists(source)) {
      throw new NoSuchFileException(source.toString());
    }
    if (files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    files.mkdirs(target.getParent());
    if (!files.rename(source, target)) {
      throw new IOException("could not move " + source + " to " + target);
    }
  }

  private Path resolve(String path) {
    String checked = StudyPath.check(path);
    return checked.isEmpty() ? root : new Path(root, checked);
  }

  /**
   * Renames over what is there; in one step where the file system has such a step. Elsewhere it is
   * two, which must not be mixed with another thread's two.
   */
  private synchronized void replace(Path from, Path to) throws IOException {
    try {
      FileContext.getFileContext(files.getUri(), files.getConf())
          .rename(from, to, Options.Rename.OVERWRITE);
    } catch (UnsupportedFileSystemException onlyTheOlderInterface) {
      files.delete(to, false);
      if (!files.rename(from, to)) {
        throw new IOException("could not rename " + from + " to " + to);
      }
    }
  }

  private static NoSuchFileException noSuchFile(Path file, IOException cause) {
    NoSuchFileException failure = new NoSuchFileException(file.toString());
    failure.initCause(cause);
    return failure;
  }

  private record SyncedLog(FSDataOutputStream out) implements Log {
    @Override
    public void append(byte[] content) throws IOException {
      out.write(content);
      out.hsync();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  private static final class RewrittenLog implements Log {
    private final HadoopStorage storage;
    private final String path;
    private byte[] whole = new byte[0];

    RewrittenLog(HadoopStorage storage, String path) {
      this.storage = storage;
      this.path = path;
    }

    @Override
    public void append(byte[] content) throws IOException {
      int before = whole.length;
      whole = Arrays.copyOf(whole, before + content.length);
      System.arraycopy(content, 0, whole, before, content.length);
      storage.write(path, whole);
    }

    @Override
    public void close() {}
  }
}
