package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.TableSchema.Feature;
import dev.sturgeon.data.TableSchema.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Decides which columns are features and of which kind. */
final class SchemaFinder {
  /** From here on one-hot encoding a column is probably not what is meant. */
  private static final int MANY = 100;

  private SchemaFinder() {}

  /** The columns taken as numbers though some of their values are none. */
  static boolean anyMixed(int[] used, ColumnProfile[] columns) {
    return IntStream.of(used).anyMatch(i -> columns[i].isMixed());
  }

  /** The positions of the columns that hold numbers and are not listed as categories. */
  static int[] numeric(
      Table table, int[] used, Collection<String> categorical, ColumnProfile[] columns) {
    return IntStream.of(used)
        .filter(i -> !categorical.contains(table.columns().get(i)) && columns[i].isNumeric())
        .toArray();
  }

  /**
   * The features in the table's order.
   *
   * @param numeric positions of the numeric ones
   * @param warnings constant columns, which are left out, and large categorical ones go here
   */
  static List<Feature> features(
      Table table, int[] used, int[] numeric, ColumnProfile[] columns, List<String> warnings) {
    List<Feature> features = new ArrayList<>();
    List<String> constant = new ArrayList<>();
    for (int i : used) {
      String name = table.columns().get(i);
      boolean number = IntStream.of(numeric).anyMatch(n -> n == i);
      if (columns[i].isConstant()) {
        constant.add(name);
      } else {
        features.add(new Feature(name, number ? Kind.NUMERIC : Kind.CATEGORICAL));
        if (!number && columns[i].distinct() > MANY) {
          warnings.add(many(table, name, columns[i].distinct()));
        }
      }
    }
    if (!constant.isEmpty()) {
      warnings.add(
          "%s: %s one value only and %s left out: %s"
              .formatted(
                  table.name(),
                  constant.size() == 1 ? "a column holds" : constant.size() + " columns hold",
                  constant.size() == 1 ? "is" : "are",
                  String.join(", ", constant)));
    }
    if (features.isEmpty()) {
      throw new DataException(table.name() + ": no feature column holds two different values");
    }
    return features;
  }

  private static String many(Table table, String name, int distinct) {
    boolean capped = distinct > ColumnProfile.MANY_LEVELS;
    return "%s: column '%s' has %s categories, each of which becomes a feature; if it is not one, "
            .formatted(
                table.name(),
                name,
                capped ? "more than " + ColumnProfile.MANY_LEVELS : Integer.toString(distinct))
        + "list it in data.ignore";
  }
}
