package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Source.BadRows;
import dev.sturgeon.data.Source.Columns;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.TableSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Opens the tables a study can use. */
final class TableReader {
  /** The label of the built-in digits. */
  static final String DIGIT = "digit";

  private static final int PIXELS = 64;

  private TableReader() {}

  /** The built-in digits as the table they are; other tables as they stand. */
  static Source.Table source(DataSpec spec) {
    if (spec.source() instanceof Source.Table table) {
      return table;
    }
    if (spec.source() instanceof Source.Digits) {
      return new Source.Table(
          "digits",
          null,
          Columns.of(DIGIT),
          new Reading(false, ',', List.of(), BadRows.REFUSE),
          new TreeMap<>());
    }
    throw new DataException("data.format is '" + spec.source().format() + "', which is no table");
  }

  /** The table of a source's main file, or the one it names without a path. */
  static Table open(SparkSession spark, Source.Table source) {
    if (source.format().equals("digits")) {
      return digits(spark);
    }
    if (source.format().equals("csv")) {
      String path = Objects.requireNonNull(source.files()).main();
      return csv(spark, source, path, "data.path").open();
    }
    @Nullable String path = source.files() == null ? null : source.files().main();
    return new TypedTable(spark, source.format(), options(source), path, "data.path")
        .open(column -> !source.columns().ignore().contains(column), null);
  }

  /**
   * Another file of the same form as a study's main one.
   *
   * @param setting what names the file in the configuration or on the command line
   * @param more columns wanted besides the schema's
   */
  static Table open(
      SparkSession spark,
      Source.Table source,
      String path,
      String setting,
      TableSchema schema,
      List<String> more) {
    if (source.format().equals("csv")) {
      return csv(spark, source, path, setting).open(schema);
    }
    return new TypedTable(spark, source.format(), options(source), path, setting)
        .open(column -> isOf(schema, column) || more.contains(column), schema);
  }

  /** Whether a column of a file, or what an array in it becomes, is one of the schema's. */
  private static boolean isOf(TableSchema schema, String column) {
    return schema.columns().contains(column)
        || schema.columns().contains(column + "_0")
        || (column.equals("features") && schema.columns().contains("f0"));
  }

  private static CsvTable csv(
      SparkSession spark, Source.Table source, String path, String setting) {
    return new CsvTable(spark, path, setting, source.reading(), options(source));
  }

  private static SortedMap<String, String> options(Source.Table source) {
    return Access.options(source, System::getenv);
  }

  /** The built-in digits: so few that they need neither Spark SQL nor a second task. */
  private static Table digits(SparkSession spark) {
    List<RawRow> rows = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(DataSpec.class.getResourceAsStream("digits.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(RawRow.of(line.split(",", -1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Table(
        "digits",
        digitsColumns(),
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, 1));
  }

  private static List<String> digitsColumns() {
    List<String> columns = new ArrayList<>();
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      columns.add("pixel" + pixel);
    }
    columns.add(DIGIT);
    return columns;
  }
}
