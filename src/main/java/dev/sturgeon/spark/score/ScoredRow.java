package dev.sturgeon.spark.score;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row and what a network says about it.
 *
 * @param label as it stands in the file, or null if it was not asked for
 * @param kept the columns carried along; a missing value is null
 * @param outputs a probability per class, or one scaled number
 */
record ScoredRow(@Nullable String label, List<@Nullable String> kept, float[] outputs)
    implements Serializable {

  /** The position of the largest output; the first of equals. */
  int best() {
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      if (outputs[i] > outputs[best]) {
        best = i;
      }
    }
    return best;
  }
}
