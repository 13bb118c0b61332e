package dev.sturgeon.spark.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names to offer in place of one that does not exist, the most similar first. */
final class NearestNames {
  private static final int SHOWN = 10;

  private NearestNames() {}

  /** The ten names nearest to the wanted one, as text, and how many more there are. */
  static String text(String wanted, List<String> names) {
    String shown =
        names.stream()
            .sorted(Comparator.comparingInt(name -> distance(lower(wanted), lower(name))))
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's edit distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
