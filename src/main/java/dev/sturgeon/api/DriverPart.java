package dev.sturgeon.api;

import dev.sturgeon.conf.ConfigurationException;
import dev.sturgeon.data.Secrets;
import dev.sturgeon.journal.Author;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.store.Storage;
import dev.sturgeon.study.Clock;
import dev.sturgeon.study.Ledger;
import java.io.IOException;

/** One driver's part of a journal: opened, worked on, and its end journaled. */
final class DriverPart {

  private DriverPart() {}

  /** What a driver does. */
  interface Work {
    /** Does it. */
    void on(Ledger ledger) throws IOException, ConfigurationException, InterruptedException;
  }

  /**
   * Writes a part.
   *
   * @param past the parts before it
   * @return the study as it is then
   */
  static StudyState write(Storage storage, JournalContents past, Author author, Work work)
      throws IOException, ConfigurationException, InterruptedException {
    Clock clock = Clock.system();
    try (Ledger ledger =
        Ledger.of(Journal.open(storage, past, clock.wall(), author), past, clock)) {
      try {
        work.on(ledger);
        ledger.end("");
      } catch (IOException | RuntimeException e) {
        ledger.end(Secrets.inMessage(String.valueOf(e.getMessage())));
        throw e;
      }
      return ledger.state();
    }
  }
}
