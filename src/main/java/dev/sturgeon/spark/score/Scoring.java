package dev.sturgeon.spark.score;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Source.Reading;
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

/** Applies a finished network with its preprocessing to rows in files, on Spark. */
public final class Scoring implements Scorer {
  private final SparkSession spark;
  private final Preprocessing preprocessing;
  private final Network network;

  /** Scores with this network, whose inputs and outputs the preprocessing describes. */
  public Scoring(SparkSession spark, Preprocessing preprocessing, Network network) {
    this.spark = spark;
    this.preprocessing = preprocessing;
    this.network = network;
  }

  @Override
  public List<String> predict(String input, String output, List<String> keep) {
    return predict(input, preprocessing.options(), output, keep);
  }

  @Override
  public Evaluated evaluate(String input) {
    return evaluate(input, preprocessing.options());
  }

  /**
   * Writes predictions for a file's rows, in its order, as one CSV file with a header: the kept
   * columns as they stand in the input, {@code prediction} with the label as it stood in the
   * training data, and {@code probability_CLASS} for each class. Categories that training never saw
   * count as missing. The label column may be absent.
   *
   * @param input a CSV file, directory or glob
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
    JavaRDD<Row> rows = score(frame).map(row -> outputRow(row, classes));
    try {
      new SingleCsv(spark, output, options.delimiter())
          .write(spark.createDataFrame(rows, type(keep.size(), classes.size())), header);
    } catch (IOException e) {
      throw new DataException(output + ": cannot be written: " + e.getMessage(), e);
    }
    return frame.warnings();
  }

  /**
   * What the network says about a file's labelled rows.
   *
   * @param input a CSV file, directory or glob
   * @param options how to read it
   * @throws DataException if the input cannot be used; a row whose label is missing or unknown to
   *     the model is a bad row
   */
  public Evaluated evaluate(String input, Reading options) {
    FeatureFrame frame = FeatureFrame.read(spark, preprocessing, input, options, true, List.of());
    List<String> classes = preprocessing.classes();
    Map<String, Integer> positions = new HashMap<>();
    classes.forEach(name -> positions.put(name, positions.size()));
    List<ScoredRow> rows = score(frame).collect();
    float[] probabilities = new float[rows.size() * classes.size()];
    int[] labels = new int[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      ScoredRow row = rows.get(i);
      labels[i] = positions.getOrDefault(row.label(), -1);
      System.arraycopy(row.probabilities(), 0, probabilities, i * classes.size(), classes.size());
    }
    return new Evaluated(
        probabilities, new Targets.Labels(labels, classes.size()), frame.warnings());
  }

  private JavaRDD<ScoredRow> score(FeatureFrame frame) {
    return NetworkTask.score(
        spark, frame, network, preprocessing.columns(), preprocessing.classes().size());
  }

  private static Row outputRow(ScoredRow row, List<String> classes) {
    List<Object> values = new ArrayList<>(row.kept());
    values.add(classes.get(row.best()));
    for (float probability : row.probabilities()) {
      values.add(probability);
    }
    return RowFactory.create(values.toArray());
  }

  private static StructType type(int kept, int classes) {
    StructType type = new StructType();
    for (int i = 0; i <= kept; i++) {
      type = type.add("text" + i, DataTypes.StringType);
    }
    for (int i = 0; i < classes; i++) {
      type = type.add("probability" + i, DataTypes.FloatType);
    }
    return type;
  }
}
