package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A CSV file, a directory of them or a glob, at any path or URI that Hadoop knows. All cells are
 * read as texts; quotes are doubled inside quotes, as RFC 4180 has it.
 *
 * @param path where it lies
 * @param setting what names it in the configuration or on the command line
 * @param options how its cells are understood
 * @param readerOptions what else Spark's reader is told
 */
record CsvTable(
    SparkSession spark,
    String path,
    String setting,
    Reading options,
    SortedMap<String, String> readerOptions) {
  /** Spark's own limit is 20480. */
  private static final int MAX_COLUMNS = 1 << 20;

  /** Reads the columns' names; the rows follow when they are asked for. */
  Table open() {
    DataFiles.checkReadable(spark, path, setting);
    List<String> names = names(firstLine());
    if (!options.header()) {
      names = numbered(names.size());
    }
    return new Table(path, names, rows(names));
  }

  /**
   * The same for a file that should be like the one a study was made with: without a header, its
   * columns are called as they were then, if it has as many, or all but the label.
   */
  Table open(TableSchema schema) {
    DataFiles.checkReadable(spark, path, setting);
    List<String> names = names(firstLine());
    if (!options.header()) {
      int columns = names.size();
      List<String> features = new ArrayList<>(schema.columns());
      features.remove(schema.label());
      names =
          Stream.of(schema.columns(), features)
              .filter(known -> known.size() == columns)
              .findFirst()
              .orElseThrow(() -> otherColumns(schema, columns));
    }
    return new Table(path, names, rows(names));
  }

  private DataException otherColumns(TableSchema schema, int columns) {
    int known = schema.columns().size();
    return new DataException(
        "%s: has %d columns and no header; the model was made with %d, the label '%s' among them"
            .formatted(path, columns, known, schema.label()));
  }

  private JavaRDD<RawRow> rows(List<String> names) {
    String malformed = unused(names);
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, DataTypes.StringType);
    }
    int columns = names.size();
    return reader()
        .option("header", options.header())
        .option("columnNameOfCorruptRecord", malformed)
        .schema(schema.add(malformed, DataTypes.StringType))
        .csv(path)
        .toJavaRDD()
        .map(row -> raw(row, columns));
  }

  private static RawRow raw(Row row, int columns) {
    String[] cells = new String[columns];
    for (int i = 0; i < columns; i++) {
      cells[i] = row.getString(i);
    }
    String line = row.getString(columns);
    return new RawRow(cells, null, line == null ? null : "not " + columns + " columns: " + line);
  }

  /** A name no column has: Spark puts lines with the wrong number of columns under it. */
  private static String unused(List<String> names) {
    StringBuilder name = new StringBuilder("malformed");
    while (names.stream().anyMatch(taken -> taken.equalsIgnoreCase(name.toString()))) {
      name.append('_');
    }
    return name.toString();
  }

  private DataFrameReader reader() {
    return spark
        .read()
        .options(readerOptions)
        .option("delimiter", String.valueOf(options.delimiter()))
        .option("escape", "\"")
        .option("mode", "PERMISSIVE")
        .option("maxColumns", MAX_COLUMNS);
  }

  private String firstLine() {
    List<String> lines =
        spark.read().textFile(path).javaRDD().filter(line -> !line.isBlank()).take(1);
    if (lines.isEmpty()) {
      throw new DataException(path + ": is empty; a CSV file with rows is needed");
    }
    String line = lines.get(0);
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private List<String> names(String firstLine) {
    Row row = reader().csv(spark.createDataset(List.of(firstLine), Encoders.STRING())).head();
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < row.size(); i++) {
      String name = row.isNullAt(i) ? "" : row.getString(i).strip();
      if (options.header() && name.isEmpty()) {
        throw new DataException(path + ": column " + (i + 1) + " of the header has no name");
      }
      if (options.header() && !seen.add(name)) {
        throw new DataException(
            path + ": two columns are called '" + name + "'; column names must differ");
      }
      names.add(name);
    }
    return names;
  }

  private static List<String> numbered(int columns) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      names.add("c" + i);
    }
    return names;
  }
}
