package dev.sturgeon.api;

import dev.sturgeon.journal.Author;
import dev.sturgeon.store.Patience;
import dev.sturgeon.store.Renewal;
import dev.sturgeon.store.Storage;
import dev.sturgeon.store.StudyLock;
import dev.sturgeon.store.ThisMachine;
import dev.sturgeon.store.Timer;
import dev.sturgeon.study.StudyListener;
import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;

/**
 * This process's hold on a study directory, for as long as it drives the study.
 *
 * @param author who writes the journal: one whom the lock fences
 */
record Hold(Author author, StudyLock lock, Renewal renewal) implements Closeable {
  private static final double RENEWAL_SECONDS = 5;

  /** Each renewal is some requests, which object stores bill. */
  private static final double RENEWAL_SECONDS_OF_OBJECTS = 15;

  /**
   * Takes the study.
   *
   * @throws IOException if another driver has it; says who and since when
   */
  static Hold take(Storage storage, StudyListener listener) throws IOException {
    String id = UUID.randomUUID().toString();
    ThisMachine machine = new ThisMachine(Host.name());
    double renewal = storage.hasLogs() ? RENEWAL_SECONDS : RENEWAL_SECONDS_OF_OBJECTS;
    Timer timer = Timer.system();
    StudyLock lock =
        StudyLock.take(storage, machine.driver(id, renewal), timer, machine, listener::note);
    dev.sturgeon.journal.Versions versions =
        new dev.sturgeon.journal.Versions(
            Versions.SELF, Runtime.version().toString(), Versions.spark(), Versions.dl4j());
    String crash = lock.before().flatMap(machine::crashReport).orElse("");
    if (!crash.isEmpty()) {
      listener.note("the driver before this one crashed; its Java says how in " + crash);
    }
    Author author = new Author(versions, Host.name(), id, crash, lock::confirm, Patience.usual());
    return new Hold(author, lock, new Renewal(lock, timer));
  }

  @Override
  public void close() {
    renewal.close();
    lock.close();
  }
}
