package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * A row whose cells are understood. The arrays are not copied.
 *
 * @param texts trimmed cells; null where a value is missing, or was a number from the start
 * @param numbers the cells as numbers, NaN where they are none
 * @param problem what makes it a bad row, or null
 */
record ParsedRow(@Nullable String[] texts, double[] numbers, @Nullable String problem) {

  /** Whether a cell has no value. */
  boolean isMissing(int column) {
    return texts[column] == null && Double.isNaN(numbers[column]);
  }

  /** A cell's value as a text; null if it is missing. */
  @Nullable String text(int column) {
    if (texts[column] != null || Double.isNaN(numbers[column])) {
      return texts[column];
    }
    return DecimalText.of(numbers[column]);
  }

  /**
   * A cell's value as the name of a category, null if it is missing: {@code 3.0} is {@code 3},
   * since programs write whole numbers so once a value is missing among them.
   */
  @Nullable String category(int column) {
    String text = text(column);
    return text == null || Double.isNaN(numbers[column]) ? text : whole(text);
  }

  private static String whole(String text) {
    int point = text.indexOf('.');
    if (point < 1 || !Character.isDigit(text.charAt(point - 1))) {
      return text;
    }
    for (int i = point + 1; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return text;
      }
    }
    return text.substring(0, point);
  }
}
