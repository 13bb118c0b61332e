package dev.sturgeon.data;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table's columns mean to a study, fixed when its data are first read.
 *
 * @param columns all columns of the table, in its order
 * @param label the column to predict
 * @param id the column that decides a row's part; null if another or all features do
 * @param group the column whose rows of one value stay together; null for none
 * @param time the column whose latest rows are dev and test; null for none
 * @param features the columns a network sees, in order; constant ones are not among them
 * @param classes the labels there are, in the order of a network's outputs: by value if all are
 *     numbers, else alphabetical; empty if the label is a number to predict
 */
public record TableSchema(
    List<String> columns,
    String label,
    @Nullable String id,
    @Nullable String group,
    @Nullable String time,
    List<Feature> features,
    List<String> classes)
    implements Serializable {

  /** Copies the lists. */
  public TableSchema {
    columns = List.copyOf(columns);
    features = List.copyOf(features);
    classes = List.copyOf(classes);
  }

  /** How a column's values are understood. */
  public enum Kind {
    /** Numbers: missing ones are imputed. */
    NUMERIC,
    /** Names of categories: one-hot encoded. */
    CATEGORICAL
  }

  /**
   * A column that a network sees.
   *
   * @param name its name in the table
   * @param kind how its values are understood
   */
  public record Feature(String name, Kind kind) implements Serializable {}

  /** The names of the features of one kind, in order. */
  public List<String> names(Kind kind) {
    return features.stream().filter(f -> f.kind() == kind).map(Feature::name).toList();
  }
}
