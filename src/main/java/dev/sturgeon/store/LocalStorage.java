package dev.sturgeon.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A study directory on a local or mounted file system, through {@code java.nio}.
 *
 * <p>Content is forced to disk before a call returns, and so is the directory entry where the
 * system lets a directory be forced. Directories are made as they are needed.
 */
public final class LocalStorage implements Storage {
  private static final int DELETE_ATTEMPTS = 10;

  private final Path root;

  /** The files below this directory, which need not exist yet. */
  public LocalStorage(Path directory) {
    this.root = directory.toAbsolutePath().normalize();
  }

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public void checkUsable() throws IOException {
    boolean made = !Files.exists(root);
    String trial = StudyPath.TEMPORARY + UUID.randomUUID();
    try {
      createNew(trial, new byte[0]);
      Files.delete(root.resolve(trial));
      if (made) {
        Files.delete(root);
      }
    } catch (DirectoryNotEmptyException another) {
      // Another driver has begun in it meanwhile; the lock is the place to find that out.
      return;
    } catch (IOException e) {
      throw new IOException("%s cannot be written: %s".formatted(root, reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof FileAlreadyExistsException taken) {
      return taken.getFile() + " is a file where a directory is wanted";
    }
    boolean said = e instanceof FileSystemException known && known.getReason() != null;
    return said ? String.valueOf(((FileSystemException) e).getReason()) : e.toString();
  }

  @Override
  public boolean hasLogs() {
    return true;
  }

  @Override
  public boolean exists(String path) {
    return Files.exists(resolve(path));
  }

  @Override
  public byte[] read(String path) throws IOException {
    return Files.readAllBytes(resolve(path));
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    Path target = resolve(path);
    Path directory = makeParent(target);
    Path temporary = directory.resolve(StudyPath.TEMPORARY + UUID.randomUUID());
    try {
      try (FileChannel channel = create(temporary)) {
        append(channel, content);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
    forceDirectory(directory);
  }

  @Override
  public void createNew(String path, byte[] content) throws IOException {
    Path file = resolve(path);
    Path directory = makeParent(file);
    try (FileChannel channel = create(file)) {
      append(channel, content);
    }
    forceDirectory(directory);
  }

  @Override
  public Log createLog(String path) throws IOException {
    Path file = resolve(path);
    Path directory = makeParent(file);
    FileChannel channel = create(file);
    forceDirectory(directory);
    return new LocalLog(channel);
  }

  @Override
  public List<String> list(String path) throws IOException {
    try (Stream<Path> entries = Files.list(resolve(path))) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(StudyPath::isFinished)
          .sorted()
          .toList();
    } catch (NoSuchFileException absent) {
      return List.of();
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Path target = resolve(path);
    for (int attempt = 1; Files.exists(target, LinkOption.NOFOLLOW_LINKS); attempt++) {
      try {
        Files.walkFileTree(target, new Deletion());
      } catch (DirectoryNotEmptyException filledMeanwhile) {
        if (attempt == DELETE_ATTEMPTS) {
          throw filledMeanwhile;
        }
      }
    }
  }

  @Override
  public void move(String from, String to) throws IOException {
    Path source = resolve(from);
    Path target = resolve(to);
    if (!Files.exists(source)) {
      throw new NoSuchFileException(source.toString());
    }
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path directory = makeParent(target);
    Files.move(source, target);
    forceDirectory(directory);
  }

  private Path resolve(String path) {
    return root.resolve(StudyPath.check(path));
  }

  private Path makeParent(Path file) throws IOException {
    Path directory = file.equals(root) ? root : file.resolveSibling("").normalize();
    Files.createDirectories(directory);
    return directory;
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static void append(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    channel.force(true);
  }

  /** Makes a new name durable. Windows cannot open a directory: there, its journal has to do. */
  private static void forceDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOnThisSystem) {
      return;
    }
  }

  private record LocalLog(FileChannel channel) implements Log {
    @Override
    public void append(byte[] content) throws IOException {
      LocalStorage.append(channel, content);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Deletes what it visits; what another thread deleted first is no error. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
