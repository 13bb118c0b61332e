package dev.sturgeon.spark.score;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.DecimalText;
import dev.sturgeon.data.TargetScale;
import dev.sturgeon.data.Targets;
import java.io.IOException;
import java.io.Serializable;
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

/**
 * What a network's outputs mean, in files and in figures.
 *
 * @param classes the labels in the order of the outputs; empty for a number
 * @param scale of a number; null for classes
 */
record Predictions(List<String> classes, @Nullable TargetScale scale) implements Serializable {

  /**
   * Writes scored rows as one CSV file.
   *
   * @param kept the names of the columns carried along
   */
  void write(
      SparkSession spark,
      JavaRDD<ScoredRow> rows,
      List<String> kept,
      String output,
      char delimiter) {
    List<String> header = new ArrayList<>(kept);
    header.add("prediction");
    classes.forEach(name -> header.add("probability_" + name));
    try {
      new SingleCsv(spark, output, delimiter)
          .write(spark.createDataFrame(rows.map(this::row), type(kept.size())), header);
    } catch (IOException e) {
      throw new DataException(output + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private Row row(ScoredRow row) {
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

  private StructType type(int kept) {
    StructType type = new StructType();
    for (int i = 0; i < kept; i++) {
      type = type.add("text" + i, DataTypes.StringType);
    }
    type = type.add("prediction", scale != null ? DataTypes.DoubleType : DataTypes.StringType);
    for (int i = 0; i < classes.size(); i++) {
      type = type.add("probability" + i, DataTypes.FloatType);
    }
    return type;
  }

  /** Scored rows with their labels, ready to be measured. */
  Evaluated evaluated(List<ScoredRow> rows, List<String> warnings) {
    int outputs = scale == null ? classes.size() : 1;
    float[] said = new float[rows.size() * outputs];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i).outputs(), 0, said, i * outputs, outputs);
    }
    return new Evaluated(said, scale == null ? labels(rows) : numbers(rows, scale), warnings);
  }

  private static Targets numbers(List<ScoredRow> rows, TargetScale scale) {
    float[] scaled = new float[rows.size()];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) scale.scaled(DecimalText.parse(rows.get(i).label()));
    }
    return new Targets.Numbers(scaled, scale);
  }

  private Targets labels(List<ScoredRow> rows) {
    Map<String, Integer> positions = new HashMap<>();
    classes.forEach(name -> positions.put(name, positions.size()));
    return new Targets.Labels(
        rows.stream().mapToInt(row -> positions.getOrDefault(row.label(), -1)).toArray(),
        positions.size());
  }
}
