package dev.sturgeon.journal;

import dev.sturgeon.store.NoSpace;
import dev.sturgeon.store.Patience;
import dev.sturgeon.store.Storage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A driver's part of a study's journal being written, one JSON line an event, in as many {@link
 * JournalFiles} as it takes.
 *
 * <p>A write that fails is tried again, in the next file. Belongs to one thread.
 */
public final class Journal implements Closeable {
  /** The version of the format this code writes; it reads all up to this one. */
  public static final int FORMAT = 6;

  /** The first format whose lines have checksums. */
  static final int SEALED = 6;

  private final Storage storage;
  private final JournalFiles files;
  private final Author author;
  private final Instant at;
  private final double t;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private @Nullable Stamped last;
  private Stamped header;
  private boolean broken;

  private Journal(Storage storage, JournalContents read, Instant at, Author author, long large) {
    this.storage = storage;
    this.files = new JournalFiles(storage, read.lengths(), large);
    this.author = author;
    this.at = at.truncatedTo(ChronoUnit.MILLIS);
    this.t = read.seconds();
    this.header = opened(read.lengths().size() + 1, List.of());
  }

  /**
   * Begins a part behind what was read; its header is on disk on return.
   *
   * @param storage the study directory
   * @param read the journal so far, as {@link JournalReader#read} gave it
   * @param at wall-clock time
   * @throws IOException also if another driver began the same part
   */
  public static Journal open(Storage storage, JournalContents read, Instant at, Author author)
      throws IOException {
    return open(storage, read, at, author, JournalFiles.LARGE);
  }

  /** The same with a study of one's own. */
  public static Journal open(
      Storage storage, JournalContents read, Instant at, Versions versions, String host)
      throws IOException {
    return open(storage, read, at, Author.of(versions, host));
  }

  static Journal open(Storage storage, JournalContents read, Instant at, Author author, long large)
      throws IOException {
    Journal journal = new Journal(storage, read, at, author, large);
    journal.write(
        () -> {
          journal.files.begin(journal::open, new byte[0]);
          return true;
        });
    return journal;
  }

  private byte[] open(int number, List<Long> read) {
    header = opened(number, read);
    return EventCodec.encode(header);
  }

  private Stamped opened(int number, List<Long> read) {
    Event event =
        new Event.PartOpened(
            number,
            FORMAT,
            author.versions(),
            author.host(),
            author.driver(),
            read,
            author.crash());
    return new Stamped(at, t, event);
  }

  private byte[] goOn(int number, List<Long> read) {
    Stamped behind = last == null ? header : last;
    Event event = new Event.PartContinued(number, read);
    return EventCodec.encode(new Stamped(behind.at(), behind.t(), event));
  }

  /** The first event of this part. */
  public Stamped header() {
    return header;
  }

  /** Adds an event; it is on disk after the next {@link #flush}. */
  public void append(Stamped entry) {
    last = entry;
    pending.writeBytes(EventCodec.encode(entry));
  }

  /**
   * Puts all events so far on disk.
   *
   * @throws IOException if that fails for good, or another driver has taken over; nothing more is
   *     written then, since what follows would not count
   */
  public void flush() throws IOException {
    if (broken) {
      throw new IOException("the journal is broken: an earlier event could not be written");
    }
    if (pending.size() > 0) {
      byte[] lines = pending.toByteArray();
      write(
          () -> {
            files.append(this::goOn, lines);
            return true;
          });
      pending.reset();
    }
  }

  private void write(Patience.Work<Boolean> work) throws IOException {
    broken = true;
    author.fence().check();
    try {
      author.patience().run(work);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          "another driver is at work in %s: it has begun %s; this one ends"
              .formatted(storage.location(), e.getFile()),
          e);
    } catch (IOException e) {
      throw new IOException(
          "the journal of %s cannot be written: %s; what it holds counts: %s the same command goes on"
              .formatted(
                  storage.location(),
                  e.getMessage(),
                  NoSpace.isCause(e) ? "make space, then" : "once that is mended,"),
          e);
    }
    broken = false;
  }

  @Override
  public void close() throws IOException {
    try (files) {
      if (!broken) {
        flush();
      }
    }
  }
}
