package dev.sturgeon.spark.ingest;

import java.math.BigDecimal;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/** Values of Spark SQL as numbers or texts: the ones a CSV file with the same content holds. */
final class TypedValue {
  /** Whole numbers up to here are exact as doubles. */
  private static final long EXACT = 1L << 53;

  private TypedValue() {}

  /** The number a value is; NaN if it has to go as a text, or is missing. */
  static double number(@Nullable Object value) {
    if (value instanceof Double number) {
      return Double.isInfinite(number) ? Double.NaN : number;
    }
    if (value instanceof Float number) {
      return decimal(number);
    }
    if (value instanceof Long number) {
      return Math.abs(number) <= EXACT ? number : Double.NaN;
    }
    if (value instanceof Integer number) {
      return number;
    }
    return value instanceof Short || value instanceof Byte
        ? ((Number) value).doubleValue()
        : Double.NaN;
  }

  /** The number its shortest decimal stands for: 0.1f means 0.1. */
  private static double decimal(float number) {
    if (number == Math.rint(number) || Float.isNaN(number)) {
      return Float.isInfinite(number) ? Double.NaN : number;
    }
    return Double.parseDouble(Float.toString(number));
  }

  /** The text of a value that is no plain number; null if it is missing. */
  static @Nullable String text(@Nullable Object value) {
    if (value == null
        || (value instanceof Double number && number.isNaN())
        || (value instanceof Float small && small.isNaN())) {
      return null;
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value instanceof Timestamp time ? time.toInstant().toString() : value.toString();
  }
}
