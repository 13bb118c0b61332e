package dev.sturgeon.study;

import dev.sturgeon.journal.Event;
import dev.sturgeon.journal.Journal;
import dev.sturgeon.journal.JournalContents;
import dev.sturgeon.journal.Stamped;
import dev.sturgeon.journal.StudyState;
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
   * A ledger that goes on from what was read.
   *
   * @param journal the part that was opened behind it; closed with the ledger
   * @param read the journal's earlier parts
   * @param clock the only time there is
   */
  public static Ledger of(Journal journal, JournalContents read, Clock clock) {
    StudyState state = StudyState.from(read.entries());
    state.apply(journal.header());
    return new Ledger(journal, state, clock, clock.seconds() - read.seconds());
  }

  /** Journals an event and takes it into the state; on disk after the next {@link #flush}. */
  public void record(Event event) {
    record(event, Math.rint(seconds() * 1000) / 1000);
  }

  private void record(Event event, double t) {
    Stamped entry = new Stamped(clock.wall().truncatedTo(ChronoUnit.MILLIS), t, event);
    // First, so that what cannot have happened never reaches the disk.
    state.apply(entry);
    journal.append(entry);
  }

  /** Puts all events so far on disk: before any of them is acted on. */
  public void flush() throws IOException {
    journal.flush();
  }

  /**
   * Journals that this driver ends, if the journal can still be written. That takes no study time.
   *
   * @param trouble what made it give up; empty where it ended in order
   */
  public void end(String trouble) {
    record(new Event.DriverEnded(trouble), state.seconds());
    try {
      flush();
    } catch (IOException alreadyTold) {
      // Whatever broke the journal is what the driver ends for.
      return;
    }
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
