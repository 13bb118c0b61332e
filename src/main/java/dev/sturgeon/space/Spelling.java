package dev.sturgeon.space;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was meant by a misspelt one. */
public final class Spelling {

  private Spelling() {}

  /**
   * The known name with the fewest edits from this one, letter case aside; empty if all are so far
   * that a guess would mislead.
   */
  public static Optional<String> nearest(String name, Collection<String> known) {
    int tolerated = Math.max(2, name.length() / 3);
    return known.stream()
        .filter(candidate -> edits(name, candidate) <= Math.min(tolerated, candidate.length() - 1))
        .min(Comparator.comparingInt(candidate -> edits(name, candidate)));
  }

  /** A question to end an error message with, or, where no name is near, all that are known. */
  public static String hint(String name, Collection<String> known) {
    return nearest(name, known)
        .map(meant -> "did you mean '" + meant + "'?")
        .orElse("known: " + String.join(", ", known));
  }

  /**
   * Levenshtein's distance: how many letters must be put in, taken out or replaced. Row by row of
   * the usual table, of which only the last row is kept.
   */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        int replaced = diagonal + (same(from.charAt(i - 1), to.charAt(j - 1)) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[to.length()];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
