package dev.sturgeon.spark.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Column names that Spark's expressions take as they are: letters, digits and underscores, all
 * different whatever their case. A name that is like that already stays.
 */
final class PipelineNames {

  private PipelineNames() {}

  /** The names in a pipeline of these columns of a table. */
  static List<String> of(List<String> columns) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String plain = column.replaceAll("[^A-Za-z0-9_]", "_");
      String name = plain.matches("[A-Za-z].*") ? plain : "column_" + plain;
      String unique = name;
      for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
        unique = name + "_" + i;
      }
      names.add(unique);
    }
    return names;
  }
}
