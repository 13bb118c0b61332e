package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DecimalText;
import dev.sturgeon.data.Source.Reading;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How cells are understood.
 *
 * @param missing texts that mean "no value"
 * @param numbers the numbers among them
 */
record Cells(Set<String> missing, double[] numbers) implements Serializable {

  static Cells of(Reading reading) {
    return new Cells(
        Set.copyOf(reading.missing()),
        reading.missing().stream()
            .mapToDouble(DecimalText::parse)
            .filter(number -> !Double.isNaN(number))
            .toArray());
  }

  /** A text without blanks around it; null if it means no value. */
  @Nullable String text(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    String text = cell.strip();
    return text.isEmpty() || (!missing.isEmpty() && missing.contains(text)) ? null : text;
  }

  /** A number; NaN if it means no value. */
  double number(double cell) {
    for (double none : numbers) {
      if (none == cell) {
        return Double.NaN;
      }
    }
    return cell;
  }
}
