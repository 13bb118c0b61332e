package dev.sturgeon.spark.ingest;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the rows of one partition, and the bad ones among them. */
final class RowTally implements Serializable {
  private long rows;
  private long bad;
  private long firstBad;
  private @Nullable String problem;

  /** Counts a row that is not used: it may be as bad as it likes. */
  void skip() {
    rows++;
  }

  /** Counts a row; says whether it is a good one. */
  boolean add(ParsedRow row) {
    rows++;
    if (row.problem() == null) {
      return true;
    }
    if (bad++ == 0) {
      firstBad = rows;
      problem = row.problem();
    }
    return false;
  }

  /** Counts a table's rows, in one Spark job. */
  static TableTally of(Table table, Layout layout) {
    return total(table.name(), table.read(rows -> of(layout, rows)));
  }

  private static RowTally of(Layout layout, Iterator<RawRow> rows) {
    RowTally tally = new RowTally();
    rows.forEachRemaining(row -> tally.add(layout.parse(row)));
    return tally;
  }

  /** Adds up the partitions, in their order. */
  static TableTally total(String table, List<RowTally> parts) {
    long rows = 0;
    long bad = 0;
    String first = "";
    for (RowTally part : parts) {
      if (part.problem != null && bad == 0) {
        first = "row " + (rows + part.firstBad) + ": " + part.problem;
      }
      rows += part.rows;
      bad += part.bad;
    }
    return new TableTally(table, rows, bad, first);
  }
}
