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
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.jspecify.annotations.Nullable;

/**
 * A study directory on any Hadoop file system: HDFS, an object store, a mounted disk.
 *
 * <p>As durable and as exclusive as that file system: HDFS creates exclusively and syncs; object
 * stores have no logs, and there content is put under its own name at once. The local ones of
 * Hadoop create without a lock, which is why {@link StudyStorage} leaves {@code file:} to {@link
 * dev.sturgeon.store.LocalStorage}.
 */
final class HadoopStorage implements Storage {
  private final FileSystem files;
  private final Path root;
  private @Nullable FileSystemTraits traits;

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
  public void checkUsable() throws IOException {
    boolean exclusive;
    try {
      if (files.exists(root) && !files.getFileStatus(root).isDirectory()) {
        throw new IOException("it is a file where a study directory is wanted");
      }
      exclusive = FileSystemTraits.createsExclusively(files, root);
    } catch (IOException e) {
      throw new IOException("%s cannot be written: %s".formatted(root, e.getMessage()), e);
    }
    if (!exclusive) {
      throw new IOException(
          root
              + ": of two that create the same file here, both succeed, so that a second driver"
              + " could not be kept away; use a file system that can append or create only what is"
              + " absent (for s3a, a store with conditional writes)");
    }
  }

  @Override
  public boolean hasLogs() throws IOException {
    return traits().syncs();
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    Path target = resolve(path);
    if (traits().appearsWhole()) {
      put(target, content, true);
      return;
    }
    Path temporary = new Path(target.getParent(), StudyPath.TEMPORARY + UUID.randomUUID());
    try {
      put(temporary, content, false);
      replace(temporary, target);
    } finally {
      files.delete(temporary, false);
    }
  }

  @Override
  public void createNew(String path, byte[] content) throws IOException {
    try (NewFile file = NewFile.begin(files, resolve(path))) {
      file.finish(content);
    }
  }

  @Override
  public Log createLog(String path) throws IOException {
    Path file = resolve(path);
    if (!hasLogs()) {
      throw new UnsupportedOperationException("files cannot grow in " + root);
    }
    FSDataOutputStream out = NewFile.create(files, file);
    out.hsync();
    return new SyncedLog(out);
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
    if (!rename(source, target)) {
      throw new IOException("could not move " + source + " to " + target);
    }
  }

  private Path resolve(String path) {
    String checked = StudyPath.check(path);
    return checked.isEmpty() ? root : new Path(root, checked);
  }

  private boolean rename(Path from, Path to) throws IOException {
    try {
      return files.rename(from, to);
    } catch (UnsupportedOperationException notHere) {
      boolean copied = FileUtil.copy(files, from, files, to, false, files.getConf());
      return copied && files.delete(from, true);
    }
  }

  private synchronized FileSystemTraits traits() throws IOException {
    if (traits == null) {
      traits = FileSystemTraits.of(files, root);
    }
    return traits;
  }

  private void put(Path file, byte[] content, boolean overwrite) throws IOException {
    FSDataOutputStream out = files.create(file, overwrite);
    try {
      out.write(content);
      if (out.hasCapability(StreamCapabilities.HSYNC)) {
        out.hsync();
      }
    } catch (IOException e) {
      NewFile.discard(out);
      throw e;
    }
    out.close();
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
}
