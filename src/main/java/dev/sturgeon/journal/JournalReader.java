package dev.sturgeon.journal;

import dev.sturgeon.store.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Reads all files of a journal, in order.
 *
 * <p>A torn last line, as a crash leaves it, is cut off and said. Damage anywhere else is refused
 * with file, line and offset. Headers say how many bytes of earlier files their drivers had read;
 * later lines there come from a driver that was thought dead, and do not count.
 */
public final class JournalReader {
  /** Of a file of which no later one says how much counts. */
  private static final long ALL = -1;

  private JournalReader() {}

  /**
   * Reads the journal of a study directory; empty if there is none.
   *
   * @throws UnreadableJournalException if it is damaged, incomplete or of a later version
   */
  public static JournalContents read(Storage storage) throws IOException {
    List<PartReader> files = load(storage);
    long[] counted = counted(files);
    List<Stamped> entries = new ArrayList<>();
    List<Long> lengths = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    StudyState state = new StudyState();
    for (int i = 0; i < counted.length; i++) {
      PartReader file = files.get(i);
      entries.addAll(counted[i] == ALL ? file.all() : file.prefix(counted[i]));
      file.applyTo(state);
      lengths.add(file.length());
      notes.addAll(file.notes());
    }
    entries.removeIf(entry -> entry.event() instanceof Event.PartContinued);
    return new JournalContents(entries, lengths, notes);
  }

  private static List<PartReader> load(Storage storage) throws IOException {
    List<String> names =
        storage.list(JournalFiles.DIRECTORY).stream()
            .filter(n -> n.matches("\\d+\\.jsonl"))
            .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
            .toList();
    List<String> paths = new ArrayList<>();
    for (String name : names) {
      String wanted = JournalFiles.path(paths.size() + 1);
      if (!wanted.equals(JournalFiles.DIRECTORY + "/" + name)) {
        throw new UnreadableJournalException(
            storage.location() + "/" + wanted + " is missing, although there is " + name);
      }
      paths.add(wanted);
    }
    List<byte[]> contents = Loading.of(storage, paths);
    List<PartReader> files = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      files.add(new PartReader(storage.location() + "/" + paths.get(i), contents.get(i)));
    }
    return files;
  }

  /** Of each file the newest header that says how much of it counts. */
  private static long[] counted(List<PartReader> files) throws UnreadableJournalException {
    long[] counted = new long[files.size()];
    Arrays.fill(counted, ALL);
    for (int i = counted.length - 1; i > 0; i--) {
      List<Long> before = counted[i] == 0 ? List.of() : files.get(i).readBefore();
      int from = i - before.size();
      for (int j = Math.max(0, from); j < i; j++) {
        counted[j] = counted[j] == ALL ? before.get(j - from) : counted[j];
      }
    }
    return counted;
  }
}
