package dev.sturgeon.spark.ingest;

import dev.sturgeon.data.DataException;
import dev.sturgeon.data.Examples;
import dev.sturgeon.data.Shape;
import dev.sturgeon.data.TableSchema;
import dev.sturgeon.data.TableSchema.Feature;
import dev.sturgeon.data.TableSchema.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Preprocessing as numbers: what each column turns into, and each resulting feature's mean and
 * standard deviation, all from the training part.
 *
 * <p>{@link FittedPipeline} makes MLlib's own transformers of it. It is fitted here rather than by
 * MLlib's estimators for two reasons: they cost seconds of start-up where this costs none, and
 * their sums come out differently for different partitions.
 *
 * @param columns how each column is encoded, in the schema's order
 * @param mean of each feature
 * @param std of each feature, with Bessel's correction; 0 if it never varies
 */
record FeatureEncoding(List<EncodedColumn> columns, double[] mean, double[] std) {

  /**
   * How one column is encoded.
   *
   * @param feature the column
   * @param source its position among the columns of its kind
   * @param median what a missing number becomes
   * @param levels the categories that have a feature of their own, by position
   * @param offset position of its first feature
   */
  record EncodedColumn(
      Feature feature, int source, double median, Map<String, Integer> levels, int offset) {
    int width() {
      return feature.kind() == Kind.NUMERIC ? 1 : levels.size();
    }
  }

  /** Fits medians, categories, means and deviations to the training part. */
  static FeatureEncoding fit(TableSchema schema, RawExamples train) {
    List<EncodedColumn> columns = new ArrayList<>();
    Map<Kind, Integer> seen = new HashMap<>();
    int offset = 0;
    for (Feature feature : schema.features()) {
      int source = seen.merge(feature.kind(), 1, Integer::sum) - 1;
      EncodedColumn column =
          feature.kind() == Kind.NUMERIC
              ? new EncodedColumn(
                  feature, source, ColumnFit.median(train, source), Map.of(), offset)
              : new EncodedColumn(
                  feature, source, Double.NaN, ColumnFit.levels(train, source), offset);
      columns.add(column);
      offset += column.width();
    }
    if (offset == 0) {
      throw new DataException("the training part has no value in any feature column");
    }
    FeatureEncoding unscaled = new FeatureEncoding(columns, new double[offset], new double[offset]);
    unscaled.fitScale(train);
    return unscaled;
  }

  /** Welford's method, as MLlib's summarizer has it: exactly 0 where nothing varies. */
  private void fitScale(RawExamples train) {
    double[] values = new double[width()];
    for (int row = 0; row < train.size(); row++) {
      assemble(train, row, values);
      for (int i = 0; i < values.length; i++) {
        double difference = values[i] - mean[i];
        mean[i] += difference / (row + 1);
        std[i] += difference * (values[i] - mean[i]);
      }
    }
    for (int i = 0; i < std.length; i++) {
      std[i] = train.size() < 2 ? 0 : Math.sqrt(std[i] / (train.size() - 1));
    }
  }

  /** Features per row. */
  int width() {
    return mean.length;
  }

  /** Imputes, encodes and scales rows, as {@link FittedPipeline} does. */
  Examples encode(RawExamples rows, TargetEncoding targets) {
    int width = width();
    if ((long) rows.size() * width > Integer.MAX_VALUE - 8) {
      throw new DataException(
          "%d rows of %d features are more than one array can hold; leave out rows or columns"
              .formatted(rows.size(), width));
    }
    float[] features = new float[rows.size() * width];
    double[] values = new double[width];
    double[] scale = scale();
    for (int row = 0; row < rows.size(); row++) {
      assemble(rows, row, values);
      for (int i = 0; i < width; i++) {
        features[row * width + i] = (float) ((values[i] - mean[i]) * scale[i]);
      }
    }
    return new Examples(features, Shape.flat(width), targets.encode(rows));
  }

  private double[] scale() {
    double[] scale = new double[width()];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = std[i] == 0 ? 0 : 1 / std[i];
    }
    return scale;
  }

  private void assemble(RawExamples rows, int row, double[] into) {
    for (EncodedColumn column : columns) {
      if (column.feature().kind() == Kind.NUMERIC) {
        double number = rows.number(row, column.source());
        into[column.offset()] = Double.isNaN(number) ? column.median() : number;
      } else {
        Arrays.fill(into, column.offset(), column.offset() + column.width(), 0);
        String level = rows.level(row, column.source());
        Integer position = level == null ? null : column.levels().get(level);
        if (position != null) {
          into[column.offset() + position] = 1;
        }
      }
    }
  }
}
