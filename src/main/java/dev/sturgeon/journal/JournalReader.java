package dev.sturgeon.journal;

import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads all parts of a journal, in order.
 *
 * <p>A torn last line, as a crash leaves it, is cut off and said. Damage anywhere else is refused
 * with file, line and offset. The newest part's header says how many bytes of each earlier part its
 * driver had read; later lines there come from a driver that was thought dead, and do not count.
 */
public final class JournalReader {

  private JournalReader() {}

  /**
   * Reads the journal of a study directory; empty if there is none.
   *
   * @throws UnreadableJournalException if it is damaged, incomplete or of a later version
   */
  public static JournalContents read(Storage storage) throws IOException {
    List<byte[]> parts = load(storage);
    List<Long> counted = counted(parts, storage);
    List<Stamped> entries = new ArrayList<>();
    List<Long> lengths = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String name = storage.location() + "/" + Journal.path(i + 1);
      PartReader part = new PartReader(name, parts.get(i));
      entries.addAll(i < counted.size() ? part.prefix(counted.get(i)) : part.all());
      lengths.add(part.length());
      notes.addAll(part.notes());
    }
    return new JournalContents(entries, lengths, notes);
  }

  private static List<byte[]> load(Storage storage) throws IOException {
    List<String> names =
        storage.list(Journal.DIRECTORY).stream().filter(n -> n.matches("\\d+\\.jsonl")).toList();
    List<byte[]> parts = new ArrayList<>();
    for (String name : names) {
      String wanted = Journal.path(parts.size() + 1);
      if (!wanted.equals(Journal.DIRECTORY + "/" + name)) {
        throw new UnreadableJournalException(
            storage.location() + "/" + wanted + " is missing, although there is " + name);
      }
      parts.add(storage.read(wanted));
    }
    return parts;
  }

  /** What the newest header says was read of the parts before it. */
  private static List<Long> counted(List<byte[]> parts, Storage storage) throws IOException {
    for (int i = parts.size() - 1; i >= 0; i--) {
      String name = storage.location() + "/" + Journal.path(i + 1);
      int end = PartReader.lineEnd(parts.get(i), 0);
      if (end > 0) {
        byte[] first = Arrays.copyOf(parts.get(i), end);
        Stamped header = new PartReader(name, first).prefix(end).get(0);
        return ((Event.PartOpened) header.event()).read();
      }
    }
    return List.of();
  }
}
