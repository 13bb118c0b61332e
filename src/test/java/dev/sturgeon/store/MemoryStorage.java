package dev.sturgeon.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A study directory in memory, for tests. A directory exists while it holds a file. It can be full,
 * and counts how often a log was asked to make something durable.
 */
public final class MemoryStorage implements Storage {
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final boolean hasLogs;
  private boolean full;
  private int appends;

  /** One that has logs. */
  public MemoryStorage() {
    this(true);
  }

  private MemoryStorage(boolean hasLogs) {
    this.hasLogs = hasLogs;
  }

  /** One that has none, as object stores have none. */
  public static MemoryStorage ofObjects() {
    return new MemoryStorage(false);
  }

  @Override
  public String location() {
    return "memory";
  }

  @Override
  public void checkUsable() {}

  @Override
  public boolean hasLogs() {
    return hasLogs;
  }

  @Override
  public synchronized boolean exists(String path) {
    StudyPath.check(path);
    return files.containsKey(path) || files.keySet().stream().anyMatch(in(path));
  }

  @Override
  public synchronized byte[] read(String path) throws IOException {
    byte[] content = files.get(StudyPath.check(path));
    if (content == null) {
      throw new NoSuchFileException(path);
    }
    return content.clone();
  }

  @Override
  public synchronized void write(String path, byte[] content) throws IOException {
    if (full) {
      throw new IOException("no space left for " + path);
    }
    files.put(StudyPath.check(path), content.clone());
  }

  @Override
  public synchronized void createNew(String path, byte[] content) throws IOException {
    if (exists(path)) {
      throw new FileAlreadyExistsException(path);
    }
    write(path, content);
  }

  @Override
  public synchronized Log createLog(String path) throws IOException {
    if (!hasLogs) {
      throw new UnsupportedOperationException("objects cannot grow");
    }
    if (exists(path)) {
      throw new FileAlreadyExistsException(path);
    }
    files.put(path, new byte[0]);
    return new Log() {
      @Override
      public void append(byte[] content) {
        synchronized (MemoryStorage.this) {
          appends++;
          files.merge(path, content.clone(), MemoryStorage::joined);
        }
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public synchronized List<String> list(String path) {
    StudyPath.check(path);
    return files.keySet().stream()
        .filter(in(path))
        .map(file -> path.isEmpty() ? file : file.substring(path.length() + 1))
        .map(rest -> rest.split("/", 2)[0])
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public synchronized void delete(String path) {
    files.keySet().removeIf(in(StudyPath.check(path)).or(path::equals));
  }

  @Override
  public synchronized void move(String from, String to) throws IOException {
    boolean taken = exists(to);
    if (!exists(from)) {
      throw new NoSuchFileException(from);
    }
    if (taken) {
      throw new FileAlreadyExistsException(to);
    }
    for (String file : List.copyOf(files.keySet())) {
      if (file.equals(from) || in(from).test(file)) {
        files.put(to + file.substring(from.length()), files.remove(file));
      }
    }
  }

  /** Lets every later {@link #write} fail. */
  public synchronized void fill() {
    full = true;
  }

  /** How many files there are, in whatever directory. */
  public synchronized int size() {
    return files.size();
  }

  /** How many appends there were to all logs together. */
  public synchronized int appends() {
    return appends;
  }

  private static Predicate<String> in(String directory) {
    return file -> directory.isEmpty() || file.startsWith(directory + "/");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
