package dev.sturgeon.store;

import java.io.IOException;
import java.util.List;

/**
 * Another storage, of which what fails for a moment is asked again.
 *
 * <p>Neither {@link #createNew}, {@link #createLog} nor {@link #move} is: only the caller can know
 * whether a name that is taken at the second attempt was taken by the first.
 *
 * @param storage the other one
 * @param patience how often and when it is asked again
 */
public record PatientStorage(Storage storage, Patience patience) implements Storage {

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
    return patience.run(storage::hasLogs);
  }

  @Override
  public boolean exists(String path) throws IOException {
    return patience.run(() -> storage.exists(path));
  }

  @Override
  public byte[] read(String path) throws IOException {
    return patience.run(() -> storage.read(path));
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    patience.run(
        () -> {
          storage.write(path, content);
          return path;
        });
  }

  @Override
  public void createNew(String path, byte[] content) throws IOException {
    storage.createNew(path, content);
  }

  @Override
  public Log createLog(String path) throws IOException {
    return storage.createLog(path);
  }

  @Override
  public List<String> list(String path) throws IOException {
    return patience.run(() -> storage.list(path));
  }

  @Override
  public void delete(String path) throws IOException {
    patience.run(
        () -> {
          storage.delete(path);
          return path;
        });
  }

  @Override
  public void move(String from, String to) throws IOException {
    storage.move(from, to);
  }
}
