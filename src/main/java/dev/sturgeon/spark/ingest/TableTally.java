package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.BadRows;
import java.util.List;

/**
 * How many rows a table has, and how many of them are bad.
 *
 * @param table its name
 * @param rows all there are
 * @param bad those that cannot be used
 * @param firstProblem which is the first of them and why; empty if there is none
 */
record TableTally(String table, long rows, long bad, String firstProblem) {

  /**
   * Refuses a table without rows, and bad rows if they are to be refused.
   *
   * @return what was dropped, as a warning; nothing if nothing was
   */
  List<String> check(BadRows policy) {
    if (rows == 0) {
      throw new DataException(table + ": has no rows");
    }
    if (bad == 0) {
      return List.of();
    }
    String message =
        "%s: %d of %d rows cannot be used; %s".formatted(table, bad, rows, firstProblem);
    if (bad == rows) {
      throw new DataException(message);
    }
    if (policy == BadRows.REFUSE) {
      throw new DataException(
          message + "\nCorrect them, or leave them out with data.badRows: drop");
    }
    return List.of(message + "\nThey are left out");
  }
}
