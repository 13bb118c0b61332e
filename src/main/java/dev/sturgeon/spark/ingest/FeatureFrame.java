package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TableSchema.Feature;
import dev.sturgeon.data.TableSchema.Kind;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * New rows of a file, preprocessed as the training data were.
 *
 * @param rows columns {@link #FEATURES} (a vector), {@link #LABEL} (text; null if not asked for)
 *     and {@link #KEPT} (texts); in the order of the file where there is one file
 * @param warnings how many bad rows were left out, if any
 */
public record FeatureFrame(Dataset<Row> rows, List<String> warnings) {
  /** The preprocessed features. */
  public static final String FEATURES = FittedPipeline.FEATURES;

  /** The label as it stands in the file. */
  public static final String LABEL = "sturgeon_label";

  /** The columns to be kept, as they stand in the file. */
  public static final String KEPT = "sturgeon_kept";

  /** Copies the list. */
  public FeatureFrame {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a file. One Spark job counts its bad rows; the rest happens when the rows are used.
   *
   * @param path a file, directory or glob in the training data's format, or CSV
   * @param options how to read it
   * @param labelled whether rows need a label, and one the model knows
   * @param keep columns of the file to carry along
   * @throws dev.sturgeon.data.DataException if it cannot be read, lacks a column, or has bad rows
   *     and they are refused
   */
  public static FeatureFrame read(
      SparkSession spark,
      Preprocessing preprocessing,
      String path,
      Reading options,
      boolean labelled,
      List<String> keep) {
    TableSchema schema = preprocessing.schema();
    Table table =
        TableReader.open(
            spark, InputFormat.of(preprocessing, path, options), path, "--data", schema, keep);
    int[] features = positions(table, schema.features().stream().map(Feature::name), "a feature");
    int[] kept = positions(table, keep.stream(), "to be kept");
    int label = labelled ? Roles.position(table, schema.label(), "the label") : -1;
    Roles roles = new Roles(label, SplitKey.FEATURES, -1, features);
    Layout layout =
        Layout.of(table, options, roles, Expected.of(preprocessing.task(), schema, table));
    List<String> warnings = RowTally.of(table, layout).check(options.badRows());
    TypedRow typed = new TypedRow(layout, features, numeric(schema), kept);
    JavaRDD<Row> rows = table.rows().flatMap(raw -> typed.of(raw).iterator());
    Dataset<Row> frame = spark.createDataFrame(rows, frameType(schema));
    return new FeatureFrame(
        preprocessing.pipeline().transform(frame).select(FEATURES, LABEL, KEPT), warnings);
  }

  private static int[] positions(Table table, Stream<String> columns, String role) {
    return columns.mapToInt(column -> Roles.position(table, column, role)).toArray();
  }

  private static boolean[] numeric(TableSchema schema) {
    boolean[] numeric = new boolean[schema.features().size()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = schema.features().get(i).kind() == Kind.NUMERIC;
    }
    return numeric;
  }

  private static StructType frameType(TableSchema schema) {
    List<String> names = PipelineNames.of(schema.features().stream().map(Feature::name).toList());
    StructType type = new StructType();
    for (int i = 0; i < names.size(); i++) {
      boolean numeric = schema.features().get(i).kind() == Kind.NUMERIC;
      type = type.add(names.get(i), numeric ? DataTypes.DoubleType : DataTypes.StringType);
    }
    return type.add(LABEL, DataTypes.StringType)
        .add(KEPT, DataTypes.createArrayType(DataTypes.StringType));
  }

  /** Makes rows for the pipeline; a bad row makes none. */
  private record TypedRow(Layout layout, int[] features, boolean[] numeric, int[] kept)
      implements Serializable {

    List<Row> of(RawRow raw) {
      ParsedRow row = layout.parse(raw);
      if (row.problem() != null) {
        return List.of();
      }
      Object[] values = new Object[features.length + 2];
      for (int i = 0; i < features.length; i++) {
        int column = features[i];
        if (!numeric[i]) {
          values[i] = row.category(column);
        } else if (!row.isMissing(column)) {
          values[i] = row.numbers()[column];
        }
      }
      int label = layout.roles().label();
      values[features.length] = label < 0 ? null : row.text(label);
      String[] carried = new String[kept.length];
      for (int i = 0; i < kept.length; i++) {
        carried[i] = raw.text(kept[i]);
      }
      values[features.length + 1] = carried;
      return List.of(RowFactory.create(values));
    }
  }
}
