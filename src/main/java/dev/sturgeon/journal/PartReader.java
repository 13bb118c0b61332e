package dev.sturgeon.journal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the lines of one of a journal's files. */
final class PartReader {
  private final String name;
  private final byte[] bytes;
  private final List<Stamped> entries = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Seal seal = new Seal();
  private boolean sealed;
  private int position;

  /**
   * @param name the file, for messages
   * @param bytes all that is in it
   */
  PartReader(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** The offset behind the line feed of the line that begins at {@code from}; 0 if it has none. */
  private static int lineEnd(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  /** All events; a torn last line is cut off and noted, and so is half of a last branching off. */
  List<Stamped> all() throws UnreadableJournalException {
    readAll();
    int last = entries.size() - 1;
    boolean half =
        last > 0
            && entries.get(last).event() instanceof Event.TrialStarted started
            && started.parent() != null;
    if (half) {
      entries.remove(last);
      position = offsets.remove(last);
      notes.add(
          "%s: a trial branches off, but its change was not written: left out from offset %d on"
              .formatted(name, position));
    }
    return entries;
  }

  private void readAll() throws UnreadableJournalException {
    while (position < bytes.length) {
      int end = lineEnd(bytes, position);
      boolean last = end == 0 || end == bytes.length;
      byte[] line = Arrays.copyOfRange(bytes, position, end == 0 ? bytes.length : end);
      if (end == 0 || (last && !isWhole(line))) {
        notes.add(
            "%s: the last line is torn; %d bytes from offset %d on are left out"
                .formatted(name, bytes.length - position, position));
        return;
      }
      take(line, end);
    }
  }

  private boolean isWhole(byte[] line) {
    return EventCodec.isJson(line) && (!sealed || seal.fits(line));
  }

  /** The events of the first bytes, all of which must be whole. */
  List<Stamped> prefix(long length) throws UnreadableJournalException {
    if (length > bytes.length) {
      throw new UnreadableJournalException(
          "%s has only %d bytes, but a later file was begun by a driver that read %d of it"
              .formatted(name, bytes.length, length));
    }
    while (position < length) {
      int end = lineEnd(bytes, position);
      if (end == 0 || end > length) {
        throw unreadable("a line does not end where a later file says it was read");
      }
      take(Arrays.copyOfRange(bytes, position, end), end);
    }
    if (position < bytes.length) {
      notes.add(
          "%s: %d bytes from offset %d on are left out: a later file was begun without them"
              .formatted(name, bytes.length - position, position));
    }
    return entries;
  }

  /** How many bytes count. */
  long length() {
    return position;
  }

  /** What was left out. */
  List<String> notes() {
    return notes;
  }

  /** What the header says was read of the last files before this one; empty without a header. */
  List<Long> readBefore() throws UnreadableJournalException {
    int end = lineEnd(bytes, 0);
    if (end == 0) {
      return List.of();
    }
    Stamped first = new PartReader(name, Arrays.copyOf(bytes, end)).prefix(end).get(0);
    return first.event() instanceof Event.PartContinued more
        ? more.read()
        : ((Event.PartOpened) first.event()).read();
  }

  private void take(byte[] line, int end) throws UnreadableJournalException {
    Stamped entry = decode(line);
    boolean header =
        entry.event() instanceof Event.PartOpened || entry.event() instanceof Event.PartContinued;
    if (header != entries.isEmpty()) {
      throw unreadable(header ? "a second header" : "the file does not begin with its header");
    }
    if (entry.event() instanceof Event.PartOpened opened && opened.format() > Journal.FORMAT) {
      throw unreadable(
          "written in format %d by Sturgeon %s; this version reads formats up to %d"
              .formatted(opened.format(), opened.versions().sturgeon(), Journal.FORMAT));
    }
    checkSeal(line, entry.event());
    entries.add(entry);
    offsets.add(position);
    position = end;
  }

  /** Older versions wrote no checksums; in a file that begins with one, all lines have theirs. */
  private void checkSeal(byte[] line, Event event) throws UnreadableJournalException {
    boolean first = entries.isEmpty();
    sealed = first ? Seal.isOn(line) : sealed;
    boolean due =
        sealed
            || Seal.isOn(line)
            || (event instanceof Event.PartOpened opened && opened.format() >= Journal.SEALED);
    if (due && !(sealed && seal.fits(line))) {
      throw unreadable("damaged: it, or what stands before it, is not what was written (checksum)");
    }
    if (due) {
      seal.take(line);
    }
  }

  private Stamped decode(byte[] line) throws UnreadableJournalException {
    try {
      return EventCodec.decode(line);
    } catch (InvalidTypeIdException e) {
      throw unreadable(
          "this version knows no %s '%s'"
              .formatted(e.getBaseType().getRawClass().getSimpleName(), e.getTypeId()));
    } catch (JacksonException e) {
      throw unreadable("damaged: " + e.getOriginalMessage());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unreadable("damaged: " + e.getMessage());
    }
  }

  /**
   * Takes the events into a state.
   *
   * @throws UnreadableJournalException if one cannot have happened after those before it: lines are
   *     gone, or stand elsewhere
   */
  void applyTo(StudyState state) throws UnreadableJournalException {
    for (int i = 0; i < entries.size(); i++) {
      try {
        state.apply(entries.get(i));
      } catch (RuntimeException e) {
        String what =
            "damaged: it cannot follow what stands before it (%s)".formatted(e.getMessage());
        throw unreadable(i, offsets.get(i), what);
      }
    }
  }

  private UnreadableJournalException unreadable(String what) {
    return unreadable(entries.size(), position, what);
  }

  private UnreadableJournalException unreadable(int line, int offset, String what) {
    return new UnreadableJournalException(
        "%s, line %d, offset %d: %s".formatted(name, line + 1, offset, what));
  }
}
