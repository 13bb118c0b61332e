package dev.sturgeon.spark.score;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DecimalText;
import dev.sturgeon.data.Source.Reading;
import dev.sturgeon.data.TargetScale;
import dev.sturgeon.data.Targets;
import dev.sturgeon.spark.ingest.FeatureFrame;
import dev.sturgeon.spark.ingest.Preprocessing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Applies a finished network with its preprocessing to rows in files, on Spark. */
public final class Scoring {
  private final SparkSession spark;
  private final Preprocessing preprocessing;
  private final Network network;

  /** Scores with this network, whose inputs and outputs the preprocessing describes. */
  public Scoring(SparkSession spark, Preprocessing preprocessing, Network network) {
    this.spark = spark;
    this.preprocessing = preprocessing;
    this.network = network;
  }

  /**
   * Writes predictions for a file's rows, in its order, as one CSV file with a header: the kept
   * columns as they stand in the input, {@code prediction} with the label as it stood in the
   * training data, and {@code probability_CLASS} for each class; or {@code prediction} with a
   * number in the label's own unit, where the network says numbers. Categories that training never
   * saw count as missing. The label column may be absent.
   *
   * @param input a file, directory or glob in the training data's format; CSV if it is called so
   * @param options how to read it
   * @param output the file to write, over what was there; a path or URI that Hadoop knows, which
   *     executors must see too
   * @param keep columns of the input to write before the predictions
   * @return warnings about rows left out
   * @throws DataException if the input cannot be used or the output not written
   */
  public List<String> predict(String input, Reading options, String output, List<String> keep) {
    FeatureFrame frame = FeatureFrame.read(spark, preprocessing, input, options, false, keep);
    List<String> classes = preprocessing.classes();
    List<String> header = new ArrayList<>(keep);
    header.add("prediction");
    classes.forEach(name -> header.add("probability_" + name));
    @Nullable TargetScale scale = preprocessing.scale();
    JavaRDD<Row> rows = score(frame).map(row -> outputRow(row, classes, scale));
    try {
      new SingleCsv(spark, output, options.delimiter())
          .write(
              spark.createDataFrame(rows, type(keep.size(), classes.size(), scale != null)),
              header);
    } catch (IOException e) {
      throw new DataException(output + ": cannot be written: " + e.getMessage(), e);
    }
    return frame.warnings();
  }

  /**
   * What the network says about a file's labelled rows.
   *
   * @param input a file, directory or glob in the training data's format; CSV if it is called so
   * @param options how to read it
   * @throws DataException if the input cannot be used; a row whose label is missing or unknown to
   *     the model is a bad row
   */
  public Evaluated evaluate(String input, Reading options) {
    FeatureFrame frame = FeatureFrame.read(spark, preprocessing, input, options, true, List.of());
    List<ScoredRow> rows = score(frame).collect();
    int outputs = preprocessing.outputs();
    float[] said = new float[rows.size() * outputs];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i).outputs(), 0, said, i * outputs, outputs);
    }
    return new Evaluated(said, targets(rows), frame.warnings());
  }

  private Targets targets(List<ScoredRow> rows) {
    TargetScale scale = preprocessing.scale();
    if (scale != null) {
      float[] scaled = new float[rows.size()];
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = (float) scale.scaled(DecimalText.parse(rows.get(i).label()));
      }
      return new Targets.Numbers(scaled, scale);
    }
    Map<String, Integer> positions = new HashMap<>();
    preprocessing.classes().forEach(name -> positions.put(name, positions.size()));
    return new Targets.Labels(
        rows.stream().mapToInt(row -> positions.getOrDefault(row.label(), -1)).toArray(),
        positions.size());
  }

  private JavaRDD<ScoredRow> score(FeatureFrame frame) {
    return NetworkTask.score(
        spark, frame, network, preprocessing.columns(), preprocessing.outputs());
  }

  private static Row outputRow(ScoredRow row, List<String> classes, @Nullable TargetScale scale) {
    List<Object> values = new ArrayList<>(row.kept());
    if (scale != null) {
      values.add(scale.original(row.outputs()[0]));
      return RowFactory.create(values.toArray());
    }
    values.add(classes.get(row.best()));
    for (float probability : row.outputs()) {
      values.add(probability);
    }
    return RowFactory.create(values.toArray());
  }

  private static StructType type(int kept, int classes, boolean number) {
    StructType type = new StructType();
    for (int i = 0; i < kept; i++) {
      type = type.add("text" + i, DataTypes.StringType);
    }
    type = type.add("prediction", number ? DataTypes.DoubleType : DataTypes.StringType);
    for (int i = 0; i < classes; i++) {
      type = type.add("probability" + i, DataTypes.FloatType);
    }
    return type;
  }
}
