package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TableSchema.Kind;
import dev.sturgeon.trial.Task;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table's values before its rows are read.
 *
 * @param task whether the label is a class or a number
 * @param numeric columns in which anything but a number makes a row bad
 * @param classes the labels there may be; empty if any
 */
record Expected(Task task, int[] numeric, Set<String> classes) implements Serializable {

  /** Nothing but the task. */
  static Expected only(Task task) {
    return new Expected(task, new int[0], Set.of());
  }

  /** What a schema says of the columns of a table. */
  static Expected of(Task task, TableSchema schema, Table table) {
    return new Expected(
        task, table.positions(schema.names(Kind.NUMERIC)), inOrder(schema.classes()));
  }

  private static Set<String> inOrder(List<String> classes) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(classes));
  }

  /** The same with these columns known to be numeric. */
  Expected withNumeric(int[] known) {
    return new Expected(task, known, classes);
  }

  /** The class of a good row; empty if labels are numbers. */
  String className(ParsedRow row, int label) {
    return task == Task.REGRESSION ? "" : Objects.requireNonNullElse(row.text(label), "");
  }

  /** What is wrong with a label, or null. */
  @Nullable String labelProblem(ParsedRow row, int label, String column) {
    if (row.isMissing(label)) {
      return "no label in column '" + column + "'";
    }
    String text = row.text(label);
    if (task == Task.REGRESSION) {
      return Double.isNaN(row.numbers()[label])
          ? "the label '%s' in column '%s' is not a number".formatted(text, column)
          : null;
    }
    if (text == null || classes.isEmpty() || classes.contains(text)) {
      return null;
    }
    return "the label '%s' is none of %s"
        .formatted(text, NearestNames.text(text, List.copyOf(classes)));
  }
}
