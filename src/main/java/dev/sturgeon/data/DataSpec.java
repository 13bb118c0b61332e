package dev.sturgeon.data;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which data a study uses, and how they are read and split.
 *
 * @param format {@code digits} (built in) or {@code csv}
 * @param path where they lie, a path or URI; null for built-in data
 * @param label name of the column to predict; null for built-in data
 * @param id column whose value alone decides a row's part; null to let all features decide
 * @param categorical columns to take as categories whatever they look like; columns that do not
 *     hold numbers are categories anyway
 * @param ignore columns to leave out
 * @param header whether the first line of a CSV file names the columns; else they are called c0,
 *     c1, …
 * @param delimiter one character between a CSV file's columns
 * @param missing texts that mean "no value", besides the empty one
 * @param badRows what to do with rows that cannot be read
 * @param dev share of the rows in the dev part, above 0
 * @param test share of the rows in the test part, 0 or more
 */
public record DataSpec(
    String format,
    @Nullable String path,
    @Nullable String label,
    @Nullable String id,
    List<String> categorical,
    List<String> ignore,
    boolean header,
    char delimiter,
    List<String> missing,
    BadRows badRows,
    double dev,
    double test)
    implements Serializable {

  /** What to do with rows that cannot be read. */
  public enum BadRows {
    /** Refuse the data, with their number and the first one. */
    REFUSE,
    /** Leave them out and say how many. */
    DROP
  }

  /** Checks the shares and copies the lists. */
  public DataSpec {
    categorical = List.copyOf(categorical);
    ignore = List.copyOf(ignore);
    missing = List.copyOf(missing);
    if (!(dev > 0 && test >= 0 && dev + test < 1)) {
      throw new IllegalArgumentException(
          "dev must be above 0, test 0 or more, and both together below 1, not "
              + (dev + " and " + test));
    }
  }

  /** The same data with other shares. */
  public DataSpec withSplit(double devShare, double testShare) {
    return new DataSpec(
        format,
        path,
        label,
        id,
        categorical,
        ignore,
        header,
        delimiter,
        missing,
        badRows,
        devShare,
        testShare);
  }

  /** The same data elsewhere. */
  public DataSpec withPath(String elsewhere) {
    return new DataSpec(
        format,
        elsewhere,
        label,
        id,
        categorical,
        ignore,
        header,
        delimiter,
        missing,
        badRows,
        dev,
        test);
  }

  /** The built-in handwritten digits with the usual split. */
  public static DataSpec digits() {
    return new DataSpec(
        "digits",
        null,
        null,
        null,
        List.of(),
        List.of(),
        false,
        ',',
        List.of(),
        BadRows.REFUSE,
        0.15,
        0.15);
  }
}
