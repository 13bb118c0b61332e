package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.Columns;
import dev.sturgeon.data.TableSchema;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table is what, by position.
 *
 * @param label the label, or -1 if rows need none
 * @param by what decides a row's part
 * @param key the column that does, or -1 if all features do
 * @param used all others that are not ignored
 */
record Roles(int label, SplitKey by, int key, int[] used) implements Serializable {

  /** Finds the columns a data section names; one that does not exist is refused. */
  static Roles of(Table table, Columns columns) {
    columns.categorical().forEach(column -> position(table, column, "data.categorical"));
    columns.ignore().forEach(column -> position(table, column, "data.ignore"));
    return of(
        table,
        columns.label(),
        key(columns.id(), columns.group(), columns.time()),
        columns.ignore(),
        table.columns());
  }

  /** Finds the columns a frozen schema names, and leaves out those it does not know. */
  static Roles of(Table table, Columns columns, TableSchema schema) {
    schema.features().forEach(feature -> position(table, feature.name(), "a feature"));
    return of(
        table,
        schema.label(),
        key(schema.id(), schema.group(), schema.time()),
        columns.ignore(),
        schema.columns());
  }

  /**
   * Finds in the user's own dev or test file what is used of the training file; its groups or times
   * only if it has the column.
   */
  Roles in(Table own, Table training) {
    int[] same =
        IntStream.of(used)
            .map(i -> position(own, training.columns().get(i), "in the training file it is used"))
            .toArray();
    int labelAt = position(own, training.columns().get(label), "data.label");
    int keyAt = by.isShared() ? own.columns().indexOf(training.columns().get(key)) : -1;
    return new Roles(labelAt, keyAt < 0 ? SplitKey.FEATURES : by, keyAt, same);
  }

  /** A column that decides a row's part. */
  private record Key(SplitKey by, @Nullable String column) {}

  private static Key key(@Nullable String id, @Nullable String group, @Nullable String time) {
    if (id != null) {
      return new Key(SplitKey.ID, id);
    }
    if (group != null) {
      return new Key(SplitKey.GROUP, group);
    }
    return time != null ? new Key(SplitKey.TIME, time) : new Key(SplitKey.FEATURES, null);
  }

  private static Roles of(
      Table table, String label, Key key, List<String> ignore, List<String> known) {
    int labelAt = position(table, label, "data.label");
    int keyAt = key.column() == null ? -1 : position(table, key.column(), key.by().setting());
    if (labelAt == keyAt || ignore.contains(label)) {
      throw new DataException(
          "data.label: column '%s' cannot also be %s"
              .formatted(label, labelAt == keyAt ? key.by().setting() : "in data.ignore"));
    }
    Set<String> chosen = new HashSet<>(known);
    ignore.forEach(chosen::remove);
    int[] used =
        IntStream.range(0, table.columns().size())
            .filter(i -> i != labelAt && i != keyAt && chosen.contains(table.columns().get(i)))
            .toArray();
    if (used.length == 0) {
      throw new DataException(
          "%s: no feature columns are left besides the label%s and what is ignored"
              .formatted(table.name(), keyAt < 0 ? "" : ", " + key.by().title()));
    }
    return new Roles(labelAt, key.by(), keyAt, used);
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
