package dev.sturgeon.train;

import dev.sturgeon.store.Storage;
import dev.sturgeon.store.StudyPath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A study directory in memory, of files only; it can be told to be full. */
final class MemoryStorage implements Storage {
  final SortedMap<String, byte[]> files = new TreeMap<>();
  boolean full;

  @Override
  public String location() {
    return "memory";
  }

  @Override
  public boolean exists(String path) {
    return files.containsKey(path);
  }

  @Override
  public byte[] read(String path) throws IOException {
    byte[] content = files.get(path);
    if (content == null) {
      throw new NoSuchFileException(location() + "/" + path);
    }
    return content.clone();
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    if (full) {
      throw new IOException("no space left for " + path);
    }
    files.put(StudyPath.check(path), content.clone());
  }

  @Override
  public Log createLog(String path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> list(String path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(String path) {
    files.remove(path);
  }

  @Override
  public void move(String from, String to) {
    throw new UnsupportedOperationException();
  }
}
