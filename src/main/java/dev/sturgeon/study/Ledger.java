package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
import dev.sturgeon.journal.Versions;
import dev.sturgeon.store.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.time.temporal.ChronoUnit;

/**
 * A study's journal being written, and the state that follows from it, always in step.
 *
 * <p>Also keeps the study's time, which goes on from where the journal's earlier parts end. Belongs
 * to one thread.
 */
public final class Ledger implements Closeable {
  private final Journal journal;
  private final StudyState state;
  private final Clock clock;
  private final double origin;

  private Ledger(Journal journal, StudyState state, Clock clock, double origin) {
    this.journal = journal;
    this.state = state;
    this.clock = clock;
    this.origin = origin;
  }

  /**
   * Begins the journal's next part.
   *
   * @param storage the study directory
   * @param read the journal so far
   * @param clock the only time there is
   * @param versions what this driver runs on
   * @param host this driver's machine
   */
  public static Ledger open(
      Storage storage, JournalContents read, Clock clock, Versions versions, String host)
      throws IOException {
    StudyState state = StudyState.from(read.entries());
    Journal journal =
        Journal.open(storage, read, clock.wall().truncatedTo(ChronoUnit.MILLIS), versions, host);
    state.apply(journal.header());
    return new Ledger(journal, state, clock, clock.seconds() - read.seconds());
  }

  /** Journals an event and takes it into the state; on disk after the next {@link #flush}. */
  public void record(Event event) {
    double milliseconds = Math.rint(seconds() * 1000);
    Stamped entry =
        new Stamped(clock.wall().truncatedTo(ChronoUnit.MILLIS), milliseconds / 1000, event);
    journal.append(entry);
    state.apply(entry);
  }

  /** Puts all events so far on disk: before any of them is acted on. */
  public void flush() throws IOException {
    journal.flush();
  }

  /** Study time in seconds. */
  public double seconds() {
    return clock.seconds() - origin;
  }

  /** What follows from the events so far; a live view. */
  public StudyState state() {
    return state;
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
