package dev.sturgeon.journal;

import dev.sturgeon.store.Storage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One part of a study's journal being written: {@code journal/000001.jsonl}, one JSON line an
 * event.
 *
 * <p>A part is created by one driver and never opened again; the next driver begins the next part.
 * Belongs to one thread.
 */
public final class Journal implements Closeable {
  /** The version of the format this code writes; it reads all up to this one. */
  public static final int FORMAT = 3;

  static final String DIRECTORY = "journal";

  private final Storage storage;
  private final String successor;
  private final Storage.Log log;
  private final Stamped header;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private boolean broken;

  private Journal(Storage storage, int part, Stamped header) throws IOException {
    this.storage = storage;
    this.successor = path(part + 1);
    this.log = create(storage, part);
    this.header = header;
  }

  /**
   * Begins the next part; its header is on disk on return.
   *
   * @param storage the study directory
   * @param read the journal so far, as {@link JournalReader#read} gave it
   * @param at wall-clock time
   * @param versions what this driver runs on
   * @param host this driver's machine
   * @throws IOException also if another driver began the same part
   */
  public static Journal open(
      Storage storage, JournalContents read, Instant at, Versions versions, String host)
      throws IOException {
    int part = read.lengths().size() + 1;
    Event opened = new Event.PartOpened(part, FORMAT, versions, host, read.lengths());
    Journal journal =
        new Journal(
            storage, part, new Stamped(at.truncatedTo(ChronoUnit.MILLIS), read.seconds(), opened));
    journal.append(journal.header);
    journal.flush();
    return journal;
  }

  private static Storage.Log create(Storage storage, int part) throws IOException {
    try {
      return storage.createLog(path(part));
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          "another driver is at work in "
              + (storage.location() + ": it has just created " + path(part))
              + "; wait for it to end, or choose another study directory",
          e);
    }
  }

  /** The first event of this part. */
  public Stamped header() {
    return header;
  }

  /** Adds an event; it is on disk after the next {@link #flush}. */
  public void append(Stamped entry) {
    pending.writeBytes(EventCodec.encode(entry));
  }

  /**
   * Puts all events so far on disk.
   *
   * @throws IOException if that fails, or another driver has begun the next part; nothing more is
   *     written then, since the last line may be torn, and what follows would not count
   */
  public void flush() throws IOException {
    if (broken) {
      throw new IOException("the journal is broken: an earlier event could not be written");
    }
    if (pending.size() > 0) {
      broken = true;
      if (storage.exists(successor)) {
        throw new IOException(
            "another driver has taken over %s: it has begun %s; this one ends"
                .formatted(storage.location(), successor));
      }
      log.append(pending.toByteArray());
      broken = false;
      pending.reset();
    }
  }

  @Override
  public void close() throws IOException {
    try (log) {
      if (!broken) {
        flush();
      }
    }
  }

  static String path(int part) {
    return String.format("%s/%06d.jsonl", DIRECTORY, part);
  }
}
