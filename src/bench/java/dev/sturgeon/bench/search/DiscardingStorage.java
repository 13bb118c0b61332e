package dev.sturgeon.bench.search;

import dev.sturgeon.store.Storage;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** A study directory that keeps nothing: what is measured here is the search, not the disk. */
final class DiscardingStorage implements Storage {

  @Override
  public String location() {
    return "nowhere";
  }

  @Override
  public void checkUsable() {}

  @Override
  public boolean hasLogs() {
    return true;
  }

  @Override
  public boolean exists(String path) {
    return false;
  }

  @Override
  public byte[] read(String path) throws NoSuchFileException {
    throw new NoSuchFileException(path);
  }

  @Override
  public void write(String path, byte[] content) {}

  @Override
  public void createNew(String path, byte[] content) {}

  @Override
  public Log createLog(String path) {
    return new Log() {
      @Override
      public void append(byte[] content) {}

      @Override
      public void close() {}
    };
  }

  @Override
  public List<String> list(String path) {
    return List.of();
  }

  @Override
  public void delete(String path) {}

  @Override
  public void move(String from, String to) {}
}
