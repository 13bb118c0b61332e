package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * A table that Spark SQL reads by the name of its format, with the types it has there.
 *
 * @param format the name
 * @param options what the format is told
 * @param path where the table lies; null if the options say it
 * @param setting what names the path in the configuration or on the command line
 */
record TypedTable(
    SparkSession spark,
    String format,
    SortedMap<String, String> options,
    @Nullable String path,
    String setting) {
  /** Rows looked at to learn how long a column's arrays are. */
  private static final int SOME = 100;

  /** Formats whose path is a place in a file system. */
  private static final Set<String> OF_FILES =
      Set.of("libsvm", "parquet", "orc", "json", "avro", "text", "xml");

  /** Spark's column of vectors, and what its elements are called here. */
  private static final String FEATURES = "features";

  private static final String LIBSVM = "libsvm";

  /**
   * Finds the columns.
   *
   * @param needed columns that must have a type that can be read
   * @param schema what the table should be like; null if it is the first one
   */
  Table open(Predicate<String> needed, @Nullable TableSchema schema) {
    if (path != null && OF_FILES.contains(format)) {
      DataFiles.checkReadable(spark, path, setting);
    }
    Dataset<Row> rows = load(schema);
    List<TypedColumn> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (StructField field : rows.schema().fields()) {
      TypedColumn column = column(rows, field, needed, names.size());
      columns.add(column);
      names.addAll(column.names());
    }
    if (names.isEmpty()) {
      throw new DataException(
          "%s (%s): as %s it has no line that can be read; one object a line is needed"
              .formatted(name(), path == null ? "data.options" : setting, format));
    }
    refuseTwice(names);
    int width = names.size();
    return new Table(
        name(),
        List.copyOf(names),
        rows.toJavaRDD().map(row -> TypedColumn.raw(row, columns, width)));
  }

  private String name() {
    return path == null ? "the " + format + " table of data.options" : path;
  }

  private Dataset<Row> load(@Nullable TableSchema schema) {
    DataFrameReader reader = spark.read().format(format).options(options);
    if (schema != null && format.equals(LIBSVM)) {
      // The largest index of this file may be smaller.
      reader = reader.option("numFeatures", schema.columns().size() - 1L);
    }
    try {
      return path == null ? reader.load() : reader.load(path);
    } catch (Exception e) {
      String text = e.toString();
      if (text.contains("DATA_SOURCE_NOT_FOUND") || text.contains("ClassNotFound")) {
        throw new DataException(
            ("data.format is '%s', which this Spark does not know; right would be digits, csv,"
                    + " libsvm, parquet, orc, json, jdbc, idx or images, or one whose jar is given with"
                    + " --jars")
                .formatted(format),
            e);
      }
      throw new DataException(
          "%s (%s): as %s it %s"
              .formatted(
                  name(), path == null ? "data.options" : setting, format, ReadFailure.text(e)),
          e);
    }
  }

  private TypedColumn column(
      Dataset<Row> rows, StructField field, Predicate<String> needed, int at) {
    if (field.name().equals(unreadable())) {
      return new TypedColumn(field.name(), TypedColumn.Form.UNREADABLE, at, 0);
    }
    TypedColumn.Form form = TypedColumn.form(field.dataType());
    if (form == null && needed.test(field.name())) {
      throw new DataException(
          ("%s: column '%s' is of type %s, which is neither a number, a text, a date nor an array of"
                  + " numbers; list it in data.ignore")
              .formatted(name(), field.name(), field.dataType().simpleString()));
    }
    if (form == null || !needed.test(field.name())) {
      return new TypedColumn(field.name(), TypedColumn.Form.UNUSED, at, 1);
    }
    if (form == TypedColumn.Form.SCALAR) {
      return new TypedColumn(field.name(), form, at, 1);
    }
    boolean libsvm = format.equals(LIBSVM) && field.name().equals(FEATURES);
    return new TypedColumn(libsvm ? "f" : field.name() + "_", form, at, length(rows, field));
  }

  /** What Spark calls the column of lines that are not of the format. */
  private String unreadable() {
    String usual = spark.conf().get("spark.sql.columnNameOfCorruptRecord");
    return options.getOrDefault("columnNameOfCorruptRecord", usual);
  }

  /** So many elements have most of the first rows that have any. */
  private int length(Dataset<Row> rows, StructField field) {
    Map<Integer, Integer> lengths = new TreeMap<>();
    try {
      for (Row row : rows.select(rows.col("`" + field.name() + "`")).na().drop().takeAsList(SOME)) {
        lengths.merge(TypedColumn.length(row.get(0)), 1, Integer::sum);
      }
    } catch (Exception e) {
      throw new DataException(name() + ": " + ReadFailure.text(e), e);
    }
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private void refuseTwice(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new DataException(
            name() + ": two columns are called '" + name + "'; column names must differ");
      }
    }
  }
}
