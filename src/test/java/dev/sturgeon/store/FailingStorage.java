package dev.sturgeon.store;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * A storage that fails as often as it is told to; a write that fails leaves half of its content.
 *
 * @param storage where what succeeds goes
 * @param failures what is thrown at the next calls that write, one each; empty for success
 */
public record FailingStorage(Storage storage, Queue<String> failures) implements Storage {

  /** A storage that works. */
  public FailingStorage(Storage storage) {
    this(storage, new ArrayDeque<>());
  }

  /** Lets the next calls that write fail with these messages; an empty one succeeds. */
  public void fail(String... messages) {
    failures.addAll(Arrays.asList(messages));
  }

  private byte[] passed(byte[] content) {
    return failing() ? Arrays.copyOf(content, content.length / 2) : content;
  }

  private boolean failing() {
    String next = failures.peek();
    return next != null && !next.isEmpty();
  }

  private void perhaps() throws IOException {
    String next = failures.poll();
    if (next != null && !next.isEmpty()) {
      throw new IOException(next);
    }
  }

  @Override
  public String location() {
    return storage.location();
  }

  @Override
  public void checkUsable() throws IOException {
    storage.checkUsable();
  }

  @Override
  public boolean hasLogs() throws IOException {
    return storage.hasLogs();
  }

  @Override
  public boolean exists(String path) throws IOException {
    return storage.exists(path);
  }

  @Override
  public byte[] read(String path) throws IOException {
    return storage.read(path);
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    if (!failing()) {
      storage.write(path, content);
    }
    perhaps();
  }

  @Override
  public void createNew(String path, byte[] content) throws IOException {
    storage.createNew(path, passed(content));
    perhaps();
  }

  @Override
  public Log createLog(String path) throws IOException {
    Log log = storage.createLog(path);
    return new Log() {
      @Override
      public void append(byte[] content) throws IOException {
        log.append(passed(content));
        perhaps();
      }

      @Override
      public void close() throws IOException {
        log.close();
      }
    };
  }

  @Override
  public List<String> list(String path) throws IOException {
    return storage.list(path);
  }

  @Override
  public void delete(String path) throws IOException {
    storage.delete(path);
  }

  @Override
  public void move(String from, String to) throws IOException {
    storage.move(from, to);
  }
}
