package dev.sturgeon.journal;

import java.util.List;

/**
 * A whole journal as read.
 *
 * @param entries all events that count, in order
 * @param lengths bytes of each file that count, from the first on
 * @param notes what was left out and why, for a person
 */
public record JournalContents(List<Stamped> entries, List<Long> lengths, List<String> notes) {

  /** Copies the lists. */
  public JournalContents {
    entries = List.copyOf(entries);
    lengths = List.copyOf(lengths);
    notes = List.copyOf(notes);
  }

  /** A journal that has not begun. */
  public static JournalContents empty() {
    return new JournalContents(List.of(), List.of(), List.of());
  }

  /** Study time at the last event, in seconds; 0 before the first. */
  public double seconds() {
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).t();
  }
}
