package dev.sturgeon.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what a file system refused for a moment, with growing pauses.
 *
 * <p>What will be refused again is not tried again: a name that is taken or absent, no permission,
 * no space left.
 *
 * @param pauses seconds to wait before each further attempt
 * @param timer waits
 */
public record Patience(List<Double> pauses, Timer timer) {
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  /** Copies the list. */
  public Patience {
    pauses = List.copyOf(pauses);
  }

  /** Three more attempts within about five seconds. */
  public static Patience usual() {
    return new Patience(List.of(0.25, 1.0, 4.0), Timer.system());
  }

  /** One attempt only. */
  public static Patience none() {
    return new Patience(List.of(), Timer.system());
  }

  /** Something that may be done again after it failed. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /**
   * Does the work, again where that may help.
   *
   * @throws IOException the last attempt's; earlier ones are suppressed in it
   */
  public <T> T run(Work<T> work) throws IOException {
    IOException earlier = null;
    for (int attempt = 0; ; attempt++) {
      try {
        return work.run();
      } catch (IOException e) {
        if (earlier != null) {
          e.addSuppressed(earlier);
        }
        if (attempt == pauses.size() || isLasting(e)) {
          throw e;
        }
        LOG.warn("tried again in {} s: {}", pauses.get(attempt), e.toString());
        earlier = e;
      }
      timer.pause(pauses.get(attempt));
    }
  }

  private static boolean isLasting(IOException e) {
    return e instanceof FileAlreadyExistsException
        || e instanceof NoSuchFileException
        || e instanceof AccessDeniedException
        || e instanceof NotDirectoryException
        || e instanceof DirectoryNotEmptyException
        || (e instanceof InterruptedIOException && Thread.currentThread().isInterrupted())
        || NoSpace.isCause(e);
  }
}
