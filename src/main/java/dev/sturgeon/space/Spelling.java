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
    return known.stream()
        .filter(candidate -> isNear(name, candidate))
        .min(Comparator.comparingInt(candidate -> edits(name, candidate)));
  }

  private static boolean isNear(String name, String candidate) {
    int edits = edits(name, candidate);
    int longer = Math.max(name.length(), candidate.length());
    return edits <= Math.max(2, longer / 3) && 2 * edits <= longer;
  }

  /** A question to end an error message with, or, where no name is near, all that are known. */
  public static String hint(String name, Collection<String> known) {
    return nearest(name, known)
        .map(meant -> "did you mean '" + meant + "'?")
        .orElse("known: " + String.join(", ", known));
  }

  /**
   * Levenshtein's distance, neighbours swapped counting as one edit (the optimal string alignment):
   * how many letters must be put in, taken out, replaced or swapped.
   */
  private static int edits(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replaced = edits[i - 1][j - 1] + (same(from, i, to, j) ? 0 : 1);
        edits[i][j] = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        if (i > 1 && j > 1 && same(from, i, to, j - 1) && same(from, i - 1, to, j)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[from.length()][to.length()];
  }

  /** Whether the i-th letter of one is the j-th of the other, counted from 1, case aside. */
  private static boolean same(String a, int i, String b, int j) {
    return Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
  }
}
