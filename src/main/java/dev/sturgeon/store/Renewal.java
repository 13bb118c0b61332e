package dev.sturgeon.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lock in a thread of its own, so that no busy or waiting study delays it. */
public final class Renewal implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

  private final StudyLock lock;
  private final Timer timer;
  private final Thread thread;
  private volatile boolean over;

  /** Begins at once; ends when it is closed, and when the lock is lost. */
  public Renewal(StudyLock lock, Timer timer) {
    this.lock = lock;
    this.timer = timer;
    this.thread = new Thread(this::run, "study lock");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!over) {
      try {
        timer.pause(lock.renewSeconds());
        lock.renew();
      } catch (InterruptedIOException closed) {
        return;
      } catch (StudyInUseException lost) {
        LOG.warn("{}", lost.getMessage());
        return;
      } catch (IOException | RuntimeException e) {
        // Whoever writes to the journal asks again, and fails if it must.
        LOG.warn("could not renew the study's lock: {}", e.toString());
      }
    }
  }

  @Override
  public void close() {
    over = true;
    thread.interrupt();
  }
}
