package dev.sturgeon.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.function.Consumer;

/** One driver's attempt to get a {@link StudyLock}. */
record LockChallenge(
    Storage storage, Driver self, Timer timer, Processes processes, Consumer<String> note) {
  /**
   * Seconds that a process which has been killed may still be listed as alive, while the system
   * takes down its threads and frees its memory.
   */
  private static final int DYING = 3;

  /** Returns what was seen before it was won; the generation that was is the next one. */
  LockSight win() throws IOException {
    while (true) {
      LockSight seen = LockSight.of(storage);
      if (seen.isFree() || isDead(seen)) {
        if (create(seen.generation() + 1)) {
          return seen;
        }
      }
    }
  }

  /**
   * Whether the holder is dead: its process is, or it shows nothing for so long by this machine's
   * timer; no clocks are compared. False where the lock has changed meanwhile to one that is free.
   */
  private boolean isDead(LockSight seen) throws IOException {
    Processes.Life life = life(seen);
    for (int waited = 0; life == Processes.Life.LIVES && waited < DYING; waited++) {
      timer.pause(1);
      life = life(seen);
    }
    if (life == Processes.Life.LIVES) {
      throw inUse(seen);
    }
    return life == Processes.Life.GONE || isSilent(seen);
  }

  private Processes.Life life(LockSight seen) {
    return seen.driver().map(processes::of).orElse(Processes.Life.UNKNOWN);
  }

  private boolean isSilent(LockSight seen) throws IOException {
    note.accept(
        "%s: waiting %.0f s to see whether %s still lives"
            .formatted(storage.location(), seen.patience(), seen.holder()));
    Optional<LockSight> change = seen.watch(storage, timer);
    if (change.isPresent()) {
      if (change.get().isFree()) {
        return false;
      }
      throw inUse(change.get());
    }
    note.accept(
        "%s: %s shows no life and is taken over from".formatted(storage.location(), seen.holder()));
    return true;
  }

  private StudyInUseException inUse(LockSight held) {
    return new StudyInUseException(
        "%s is at work in %s; wait for it to end, or choose another study directory"
            .formatted(held.holder(), storage.location()));
  }

  /** Several may try it, and one may come late, when a later generation has begun. */
  private boolean create(int generation) throws IOException {
    try {
      storage.createNew(LockSight.record(generation), self.toJson());
    } catch (FileAlreadyExistsException another) {
      return false;
    }
    int newest = LockSight.newest(storage);
    if (newest != generation) {
      storage.delete(LockSight.record(generation));
    }
    return newest == generation;
  }
}
