package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.Columns;
import dev.sturgeon.data.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table is what, by position.
 *
 * @param label the label
 * @param id the id column, or -1
 * @param used all others that are not ignored
 */
record Roles(int label, int id, int[] used) {

  /** Finds the columns a data section names; one that does not exist is refused. */
  static Roles of(Table table, Columns columns) {
    columns.categorical().forEach(column -> position(table, column, "data.categorical"));
    return of(table, columns.label(), columns.id(), columns.ignore(), table.columns());
  }

  /** Finds the columns a frozen schema names, and leaves out those it does not know. */
  static Roles of(Table table, Columns columns, TableSchema schema) {
    schema.features().forEach(feature -> position(table, feature.name(), "a feature"));
    return of(table, schema.label(), schema.id(), columns.ignore(), schema.columns());
  }

  private static Roles of(
      Table table, String label, @Nullable String id, List<String> ignore, List<String> known) {
    int labelAt = position(table, label, "data.label");
    int idAt = id == null ? -1 : position(table, id, "data.id");
    ignore.forEach(column -> position(table, column, "data.ignore"));
    if (label.equals(id) || ignore.contains(label)) {
      throw new DataException(
          "data.label: column '%s' cannot also be %s"
              .formatted(label, label.equals(id) ? "data.id" : "in data.ignore"));
    }
    Set<String> chosen = new HashSet<>(known);
    ignore.forEach(chosen::remove);
    int[] used =
        IntStream.range(0, table.columns().size())
            .filter(i -> i != labelAt && i != idAt && chosen.contains(table.columns().get(i)))
            .toArray();
    if (used.length == 0) {
      throw new DataException(
          table.name()
              + ": no feature columns are left besides the label"
              + (idAt < 0 ? "" : ", the id")
              + " and what is ignored");
    }
    return new Roles(labelAt, idAt, used);
  }

  /** The position of a column; one that does not exist is refused with those that do. */
  static int position(Table table, String column, String role) {
    int position = table.columns().indexOf(column);
    if (position < 0) {
      throw new DataException(
          "%s: has no column '%s' (%s); it has: %s"
              .formatted(table.name(), column, role, NearestNames.text(column, table.columns())));
    }
    return position;
  }
}
