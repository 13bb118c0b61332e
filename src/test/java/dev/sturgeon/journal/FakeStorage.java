package dev.sturgeon.journal;

import dev.sturgeon.store.Storage;
import dev.sturgeon.store.StudyPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A study directory in memory; counts how often it was asked to make something durable. */
public final class FakeStorage implements Storage {
  private final SortedMap<String, ByteArrayOutputStream> files = new TreeMap<>();
  private int appends;

  @Override
  public String location() {
    return "memory:study";
  }

  @Override
  public boolean exists(String path) {
    return files.containsKey(StudyPath.check(path));
  }

  @Override
  public byte[] read(String path) throws NoSuchFileException {
    ByteArrayOutputStream file = files.get(StudyPath.check(path));
    if (file == null) {
      throw new NoSuchFileException(path);
    }
    return file.toByteArray();
  }

  @Override
  public void write(String path, byte[] content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(content);
    files.put(StudyPath.check(path), file);
  }

  @Override
  public Log createLog(String path) throws FileAlreadyExistsException {
    if (exists(path)) {
      throw new FileAlreadyExistsException(path);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    files.put(path, file);
    return new Log() {
      @Override
      public void append(byte[] content) {
        appends++;
        file.writeBytes(content);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public List<String> list(String path) {
    return files.keySet().stream()
        .filter(file -> file.startsWith(path + "/"))
        .map(file -> file.substring(path.length() + 1))
        .toList();
  }

  @Override
  public void delete(String path) {
    files.remove(path);
  }

  @Override
  public void move(String from, String to) {
    throw new UnsupportedOperationException();
  }

  /** A file as text. */
  public String text(String path) throws NoSuchFileException {
    return new String(read(path), StandardCharsets.UTF_8);
  }

  /** How many appends there were to all logs together. */
  public int appends() {
    return appends;
  }
}
