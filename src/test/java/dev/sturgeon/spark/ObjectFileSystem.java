package dev.sturgeon.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * An object store as S3A shows one: an object appears whole when it is closed, and whether its name
 * was free is found out then. There are no directories, and neither append, sync nor rename.
 */
final class ObjectFileSystem extends FileSystem {
  static final URI ROOT = URI.create("objects://bucket/");

  private final SortedMap<String, byte[]> objects = new TreeMap<>();
  private final boolean conditional;
  private int puts;

  /**
   * An empty store.
   *
   * @param conditional whether it can put an object under the condition that there is none
   */
  ObjectFileSystem(boolean conditional) throws IOException {
    this.conditional = conditional;
    setConf(new Configuration(false));
    initialize(ROOT, getConf());
  }

  /** How many objects were put, again or for the first time. */
  synchronized int puts() {
    return puts;
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    return new FSDataInputStream(new Content(object(path)));
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    if (!overwrite && !conditional && exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    return new FSDataOutputStream(new Upload(path, overwrite || !conditional), null);
  }

  private synchronized void put(Path path, byte[] content, boolean overwrite) throws IOException {
    if (!overwrite && objects.containsKey(key(path))) {
      throw new IOException("412 Precondition Failed: " + path);
    }
    objects.put(key(path), content);
    puts++;
  }

  private synchronized byte[] object(Path path) throws FileNotFoundException {
    byte[] content = objects.get(key(path));
    if (content == null) {
      throw new FileNotFoundException(path.toString());
    }
    return content;
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("objects cannot be appended to");
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw new UnsupportedOperationException("objects cannot be renamed");
  }

  @Override
  public synchronized boolean delete(Path path, boolean recursive) {
    return objects.keySet().removeIf(key -> isAtOrIn(path, key));
  }

  @Override
  public synchronized FileStatus[] listStatus(Path path) throws IOException {
    String prefix = key(path).endsWith("/") ? key(path) : key(path) + "/";
    FileStatus[] found =
        objects.keySet().stream()
            .filter(key -> key.startsWith(prefix))
            .map(key -> new Path(path, key.substring(prefix.length()).split("/", 2)[0]))
            .distinct()
            .map(this::status)
            .toArray(FileStatus[]::new);
    if (found.length == 0) {
      throw new FileNotFoundException(path.toString());
    }
    return found;
  }

  @Override
  public synchronized FileStatus getFileStatus(Path path) throws FileNotFoundException {
    if (objects.keySet().stream().noneMatch(key -> isAtOrIn(path, key))) {
      throw new FileNotFoundException(path.toString());
    }
    return status(path);
  }

  private FileStatus status(Path path) {
    byte[] content = objects.get(key(path));
    int length = content == null ? 0 : content.length;
    return new FileStatus(length, content == null, 1, 1, 0, makeQualified(path));
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    return true;
  }

  @Override
  public Path getWorkingDirectory() {
    return new Path(ROOT);
  }

  @Override
  public void setWorkingDirectory(Path path) {
    throw new UnsupportedOperationException("there is one only");
  }

  private static boolean isAtOrIn(Path path, String key) {
    return key.equals(key(path)) || key.startsWith(key(path) + "/");
  }

  private static String key(Path path) {
    return path.toUri().getPath();
  }

  /** An object on its way; there is nothing until it is closed. */
  private final class Upload extends ByteArrayOutputStream
      implements Abortable, StreamCapabilities {
    private final Path path;
    private final boolean overwrite;
    private boolean over;

    Upload(Path path, boolean overwrite) {
      this.path = path;
      this.overwrite = overwrite;
    }

    @Override
    public void close() throws IOException {
      if (!over) {
        over = true;
        put(path, toByteArray(), overwrite);
      }
    }

    @Override
    public AbortableResult abort() {
      boolean before = over;
      over = true;
      return new AbortableResult() {
        @Override
        public boolean alreadyClosed() {
          return before;
        }

        @Override
        public IOException anyCleanupException() {
          return null;
        }
      };
    }

    @Override
    public boolean hasCapability(String capability) {
      return capability.equals(ABORTABLE_STREAM);
    }
  }

  private static final class Content extends ByteArrayInputStream
      implements Seekable, PositionedReadable {

    Content(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void seek(long position) {
      pos = (int) position;
    }

    @Override
    public long getPos() {
      return pos;
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public int read(long position, byte[] buffer, int offset, int length) {
      byte[] rest = Arrays.copyOfRange(buf, (int) position, count);
      int read = Math.min(length, rest.length);
      System.arraycopy(rest, 0, buffer, offset, read);
      return read;
    }

    @Override
    public void readFully(long position, byte[] buffer, int offset, int length) {
      read(position, buffer, offset, length);
    }

    @Override
    public void readFully(long position, byte[] buffer) {
      read(position, buffer, 0, buffer.length);
    }
  }
}
