package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DataSpec;
import dev.sturgeon.data.Source;
import dev.sturgeon.data.Source.BadRows;
import dev.sturgeon.data.Source.Columns;
import dev.sturgeon.data.Source.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

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

  /** The table a data section names. */
  static Table open(SparkSession spark, Source.Table source) {
    if (source.format().equals("digits")) {
      return digits(spark);
    }
    if (!source.format().equals("csv")) {
      throw new DataException(
          "data.format is '" + source.format() + "'; formats are digits (built in) and csv");
    }
    return new CsvTable(spark, Objects.requireNonNull(source.files()).main(), source.reading())
        .open();
  }

  /** The built-in digits: so few that they need neither Spark SQL nor a second task. */
  private static Table digits(SparkSession spark) {
    List<RawRow> rows = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(DataSpec.class.getResourceAsStream("digits.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(new RawRow(line.split(",", -1), null));
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
