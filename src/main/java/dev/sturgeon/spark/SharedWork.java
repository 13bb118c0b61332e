package dev.sturgeon.spark;

import dev.sturgeon.train.SegmentWork;
import dev.sturgeon.train.SegmentWorkFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A study's work in this JVM: opened by the first task that needs it, shared by all, closed when
 * the study is over and the last task has let go. Safe for use by several threads at once.
 */
final class SharedWork {
  private @Nullable SegmentWork work;
  private int users;
  private boolean closed;

  /** The work, opened if need be; the others wait meanwhile. Pair with {@link #release}. */
  synchronized SegmentWork acquire(Supplier<SegmentWorkFactory> factory) {
    if (closed) {
      throw new IllegalStateException("the study is over");
    }
    SegmentWork opened = work;
    if (opened == null) {
      opened = factory.get().open();
      work = opened;
    }
    users++;
    return opened;
  }

  synchronized void release() {
    users--;
    closeIfUnused();
  }

  synchronized void close() {
    closed = true;
    closeIfUnused();
  }

  private void closeIfUnused() {
    if (closed && users == 0 && work != null) {
      work.close();
      work = null;
    }
  }
}
