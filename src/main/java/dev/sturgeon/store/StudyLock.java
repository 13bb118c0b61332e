package dev.sturgeon.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One driver's hold on a study directory: {@code driver/000001.json} says who has it, {@code
 * driver/000001.beat} changes while it lives. Who takes it over creates the next number, which one
 * of several can; a number never returns.
 *
 * <p>A holder that was paused for so long that it counted as dead learns it at its next {@link
 * #confirm}. Safe for use by several threads.
 */
public final class StudyLock implements Closeable {
  /** Where in the study directory it lies; from its first holder on it is there. */
  public static final String DIRECTORY = LockSight.DIRECTORY;

  private static final Logger LOG = LoggerFactory.getLogger(StudyLock.class);

  /** Renewals that may be overdue before the lock is looked at again. */
  private static final double OVERDUE = 2;

  private final Storage storage;
  private final Driver self;
  private final Timer timer;
  private final int generation;
  private final boolean fresh;
  private final Optional<Driver> before;
  private long beats;
  private boolean over;
  private volatile double renewed;
  private volatile @Nullable String lost;

  private StudyLock(Storage storage, Driver self, Timer timer, LockSight before, boolean fresh) {
    this.storage = storage;
    this.self = self;
    this.timer = timer;
    this.generation = before.generation() + 1;
    this.fresh = fresh;
    this.before = before.driver();
    this.renewed = timer.seconds();
  }

  /**
   * Takes a study directory, at once where nobody has it or its holder's process is dead on this
   * machine (one that was killed just now may take some seconds to die); else after having watched
   * for three renewals that the holder shows no life.
   *
   * @param self who takes it
   * @param processes tells which drivers live
   * @param note is told why it takes a while
   * @throws StudyInUseException if another driver has it
   */
  public static StudyLock take(
      Storage storage, Driver self, Timer timer, Processes processes, Consumer<String> note)
      throws IOException {
    boolean fresh = !storage.exists("");
    LockSight before = new LockChallenge(storage, self, timer, processes, note).win();
    StudyLock lock = new StudyLock(storage, self, timer, before, fresh);
    lock.renew();
    LockSight.sweep(storage, lock.generation);
    return lock;
  }

  /** Who had it before; empty where nobody did, or nobody who could be made out. */
  public Optional<Driver> before() {
    return before;
  }

  /** Seconds between renewals. */
  public double renewSeconds() {
    return self.renewSeconds();
  }

  /**
   * Shows that this driver lives, and looks whether it still has the lock.
   *
   * @throws StudyInUseException if another driver has it
   */
  public synchronized void renew() throws IOException {
    refuseIfLost();
    if (over) {
      return;
    }
    double begin = timer.seconds();
    beats++;
    write(LockSight.beat(beats, timer.wall()));
    look();
    renewed = begin;
  }

  /**
   * Returns if this driver still has the lock, as far as it can know; costs nothing while renewals
   * come in time.
   *
   * @throws StudyInUseException if another driver has it
   */
  public void confirm() throws IOException {
    refuseIfLost();
    if (timer.seconds() - renewed > OVERDUE * renewSeconds()) {
      try {
        renew();
      } catch (StudyInUseException taken) {
        throw taken;
      } catch (IOException e) {
        // A full disk, for example: whoever took over is seen all the same.
        LOG.warn("could not renew {}: {}", storage.location(), e.toString());
        look();
      }
    }
  }

  private synchronized void look() throws IOException {
    if (LockSight.newest(storage) != generation) {
      String holder = LockSight.of(storage).holder();
      lost = "%s has taken over %s; this one ends".formatted(holder, storage.location());
      refuseIfLost();
    }
  }

  private void refuseIfLost() throws StudyInUseException {
    String taken = lost;
    if (taken != null) {
      throw new StudyInUseException(taken);
    }
  }

  /**
   * Lets go of it, if it is still held. Where it is all there is in a directory that was made for
   * it, that goes too.
   */
  @Override
  public synchronized void close() {
    try {
      if (!over && LockSight.newest(storage) == generation) {
        release();
      }
    } catch (IOException e) {
      LOG.warn("could not release {}: {}", storage.location(), e.toString());
    }
    over = true;
  }

  private void release() throws IOException {
    if (fresh && storage.list("").equals(List.of(LockSight.DIRECTORY))) {
      storage.delete("");
    } else {
      write(LockSight.RELEASED);
    }
  }

  private void write(String beat) throws IOException {
    storage.write(LockSight.beat(generation), beat.getBytes(StandardCharsets.UTF_8));
  }
}
