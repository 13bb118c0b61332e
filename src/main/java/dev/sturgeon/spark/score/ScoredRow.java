package dev.sturgeon.spark.score;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row and what a network says about it.
 *
 * @param label as it stands in the file, or null if it was not asked for
 * @param kept the columns carried along; a missing value is null
 * @param probabilities one per class
 */
record ScoredRow(@Nullable String label, List<@Nullable String> kept, float[] probabilities)
    implements Serializable {

  /** The position of the largest probability; the first of equals. */
  int best() {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }
}
