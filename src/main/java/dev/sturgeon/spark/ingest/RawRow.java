package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DecimalText;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table as it stands in the file. The arrays are not copied.
 *
 * @param texts its cells as texts, null where there is none or the cell is a number; as many as the
 *     table has columns
 * @param numbers its cells as numbers, NaN where there is none; null if all cells are texts
 * @param malformed why it cannot be a row of the table, else null
 */
record RawRow(@Nullable String[] texts, double @Nullable [] numbers, @Nullable String malformed)
    implements Serializable {

  /** A row of texts. */
  static RawRow of(@Nullable String[] texts) {
    return new RawRow(texts, null, null);
  }

  /** A cell as a text, null if there is nothing in it. */
  @Nullable String text(int column) {
    if (texts[column] != null || numbers == null || Double.isNaN(numbers[column])) {
      return texts[column];
    }
    return DecimalText.of(numbers[column]);
  }
}
