package dev.sturgeon.journal;

import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads many small files side by side: on an object store each takes its time, not the machine's.
 */
final class Loading {
  private static final int AT_ONCE = 16;

  private Loading() {}

  /** The contents of these files, in order. */
  static List<byte[]> of(Storage storage, List<String> paths) throws IOException {
    List<Callable<byte[]>> reads = new ArrayList<>();
    paths.forEach(path -> reads.add(() -> storage.read(path)));
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, reads.size())));
    try {
      List<byte[]> contents = new ArrayList<>();
      for (Future<byte[]> read : pool.invokeAll(reads)) {
        contents.add(read.get());
      }
      return contents;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the journal was read");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
