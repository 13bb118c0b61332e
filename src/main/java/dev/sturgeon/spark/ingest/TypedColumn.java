package dev.sturgeon.spark.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;
import scala.collection.Seq;

/**
 * A column of a typed table, and the columns of ours that it becomes.
 *
 * @param name its name; for arrays what stands before the number of an element
 * @param form what its values are
 * @param at position of the first column of ours
 * @param width how many of ours there are
 */
record TypedColumn(String name, Form form, int at, int width) implements Serializable {

  /** What a column's values are. */
  enum Form {
    /** A number, a text, a truth value, a date or a time. */
    SCALAR,
    /** As many numbers in each row. */
    ARRAY,
    /** Left out whatever it is. */
    UNUSED,
    /** Where Spark puts lines that it cannot read; none of ours. */
    UNREADABLE
  }

  /** The form of a type; null if it is none that can be read. */
  static @Nullable Form form(DataType type) {
    if (type instanceof NumericType
        || type instanceof StringType
        || type instanceof BooleanType
        || type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType) {
      return Form.SCALAR;
    }
    boolean numbers = type instanceof ArrayType array && array.elementType() instanceof NumericType;
    return numbers || type.equals(SQLDataTypes.VectorType()) ? Form.ARRAY : null;
  }

  /** The names of the columns of ours. */
  List<String> names() {
    return switch (form) {
      case ARRAY -> IntStream.range(0, width).mapToObj(i -> name + i).toList();
      case SCALAR, UNUSED -> List.of(name);
      case UNREADABLE -> List.of();
    };
  }

  /** How many numbers an array or vector has. */
  static int length(Object array) {
    return array instanceof Vector vector ? vector.size() : ((Seq<?>) array).size();
  }

  /**
   * A row with all columns of ours; malformed if Spark cannot read it, or an array has another
   * length.
   */
  static RawRow raw(Row row, List<TypedColumn> columns, int width) {
    RowCells cells = new RowCells(width);
    @Nullable String problem = null;
    for (int i = 0; i < columns.size(); i++) {
      TypedColumn column = columns.get(i);
      if (column.form == Form.UNUSED || row.isNullAt(i)) {
        continue;
      }
      Object value = row.get(i);
      if (column.form == Form.UNREADABLE) {
        problem = "cannot be read: " + value;
      } else if (column.form == Form.SCALAR) {
        cells.put(column.at, value);
      } else if (length(value) == column.width) {
        cells.putAll(column.at, value);
      } else {
        problem = "%s… has %d elements, not %d".formatted(column.name, length(value), column.width);
      }
    }
    return cells.row(problem);
  }

  /** The cells of one row while they are filled. */
  private static final class RowCells {
    private final @Nullable String[] texts;
    private final double[] numbers;

    RowCells(int width) {
      texts = new String[width];
      numbers = new double[width];
      Arrays.fill(numbers, Double.NaN);
    }

    void put(int column, @Nullable Object value) {
      double number = TypedValue.number(value);
      numbers[column] = number;
      texts[column] = Double.isNaN(number) ? TypedValue.text(value) : null;
    }

    void putAll(int from, Object array) {
      if (array instanceof Vector vector) {
        Arrays.fill(numbers, from, from + vector.size(), 0);
        vector.foreachNonZero(
            (index, value) -> {
              put(from + (int) index, value);
              return null;
            });
        return;
      }
      Seq<?> seq = (Seq<?>) array;
      for (int i = 0; i < seq.size(); i++) {
        put(from + i, seq.apply(i));
      }
    }

    RawRow row(@Nullable String problem) {
      return new RawRow(texts, numbers, problem);
    }
  }
}
